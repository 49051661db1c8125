package org.isnad.kernel.web;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

import io.quarkus.arc.Arc;
import io.quarkus.qute.EngineBuilder;

/** Gives every template rendered for a request that request's language, so that message bundles answer in it. */
@Singleton
class TemplateLanguage {
    private final CurrentLanguage language;

    TemplateLanguage(CurrentLanguage language) {
        this.language = language;
    }

    void configure(@Observes EngineBuilder engine) {
        engine.addTemplateInstanceInitializer(instance -> {
            if (Arc.container().requestContext().isActive()) {
                instance.setLocale(language.get().tag());
            }
        });
    }
}
