package org.isnad.testsupport;

import static io.restassured.RestAssured.given;

import java.util.List;
import java.util.Map;

import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;

/** Changes accounts in the running Keycloak. Whoever uses it puts back what it changed. */
public final class KeycloakAdmin {
    private final String realm = Login.setting("keycloak.url") + "/admin/realms/isnad";

    /** Makes an account that can sign in at once. */
    public void create(String user, String firstName, String lastName) {
        request().body(Map.of("username", user, "enabled", true, "emailVerified", true, "email",
                user + "@newsroom.example", "firstName", firstName, "lastName", lastName, "credentials",
                List.of(Map.of("type", "password", "value", Login.PASSWORD, "temporary", false))))
                .post(realm + "/users").then().statusCode(201);
    }

    public void delete(String user) {
        request().delete(realm + "/users/" + id(user)).then().statusCode(204);
    }

    public void give(String user, String role) {
        request().body(List.of(role(role))).post(realm + "/users/" + id(user) + "/role-mappings/realm").then()
                .statusCode(204);
    }

    public void take(String user, String role) {
        request().body(List.of(role(role))).delete(realm + "/users/" + id(user) + "/role-mappings/realm").then()
                .statusCode(204);
    }

    public void enable(String user, boolean enabled) {
        request().body(Map.of("enabled", enabled)).put(realm + "/users/" + id(user)).then().statusCode(204);
    }

    /** How many sessions an account has. */
    public int sessions(String user) {
        return request().get(realm + "/users/" + id(user) + "/sessions").then().statusCode(200).extract().jsonPath()
                .getList("$").size();
    }

    /** A genuine token of this realm that was not made for the desk's API. */
    String tokenForSomebodyElse() {
        var client = Map.of("clientId", "stranger", "secret", "stranger", "publicClient", false, "standardFlowEnabled",
                false,
                "serviceAccountsEnabled", true, "defaultClientScopes", List.of("basic"));
        request().body(client).post(realm + "/clients").then().statusCode(201);
        return given().auth().preemptive().basic("stranger", "stranger").formParam("grant_type", "client_credentials")
                .post(realm.replace("/admin", "") + "/protocol/openid-connect/token").then().statusCode(200).extract()
                .path("access_token");
    }

    /** Forgets the client that {@link #tokenForSomebodyElse} made. */
    void forgetStranger() {
        String id = request().queryParam("clientId", "stranger").get(realm + "/clients").then().statusCode(200)
                .extract()
                .path("[0].id");
        request().delete(realm + "/clients/" + id).then().statusCode(204);
    }

    private String id(String user) {
        return request().queryParam("username", user).queryParam("exact", true).get(realm + "/users").then()
                .statusCode(200)
                .extract().path("[0].id");
    }

    private Map<String, Object> role(String name) {
        return request().get(realm + "/roles/" + name).then().statusCode(200).extract().jsonPath().getMap("$");
    }

    private static RequestSpecification request() {
        String token = given()
                .formParams(Map.of("grant_type", "password", "client_id", "admin-cli", "username", "admin", "password",
                        Login.setting("keycloak.admin")))
                .post(Login.setting("keycloak.url") + "/realms/master/protocol/openid-connect/token").then()
                .statusCode(200)
                .extract().path("access_token");
        return given().auth().oauth2(token).contentType(ContentType.JSON);
    }
}
