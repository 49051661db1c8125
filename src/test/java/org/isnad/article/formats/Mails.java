package org.isnad.article.formats;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** Mails and web archives. */
final class Mails {
    static final String ARABIC = "افتتحت البلدية مكتبة جديدة للأطفال قرب الحديقة العامة.";

    private Mails() {}

    static byte[] plain() {
        return bytes("""
                Return-Path: <desk@example.org>
                From: =?UTF-8?B?%s?= <desk@example.org>
                To: reader@example.org
                Subject: =?UTF-8?B?%s?=
                Date: Sat, 14 Oct 2017 10:15:00 +0300
                MIME-Version: 1.0
                Content-Type: text/plain; charset=windows-1256
                Content-Transfer-Encoding: base64

                %s
                """.formatted(base64("مكتب الأخبار", StandardCharsets.UTF_8),
                base64("مكتبة جديدة", StandardCharsets.UTF_8), base64(ARABIC, Charset.forName("windows-1256"))));
    }

    static byte[] alternative() {
        return bytes("""
                From: desk@example.org
                Subject: A new library
                MIME-Version: 1.0
                Content-Type: multipart/mixed; boundary=outer

                --outer
                Content-Type: multipart/alternative; boundary=inner

                --inner
                Content-Type: text/plain; charset=utf-8

                The plain one.
                --inner
                Content-Type: text/html; charset=utf-8
                Content-Transfer-Encoding: quoted-printable

                <h1>A new library</h1><p>Caf=C3=A9 and books, a long line that is bro=
                ken.</p>
                --inner--
                --outer
                Content-Type: text/html; charset=utf-8
                Content-Disposition: attachment; filename=other.html

                <p>An attachment</p>
                --outer--
                """);
    }

    static byte[] archive() {
        return bytes("""
                From: <Saved by Blink>
                Snapshot-Content-Location: https://example.org/news/library
                Subject: A new library
                Date: Sat, 14 Oct 2017 07:15:00 -0000
                MIME-Version: 1.0
                Content-Type: multipart/related;
                \ttype="text/html";
                \tboundary="----MultipartBoundary--x----"


                ------MultipartBoundary--x----
                Content-Type: text/html
                Content-ID: <frame-1@mhtml.blink>
                Content-Transfer-Encoding: base64
                Content-Location: https://example.org/news/library

                %s
                ------MultipartBoundary--x----
                Content-Type: text/html
                Content-ID: <frame-2@mhtml.blink>
                Content-Location: https://ads.example.net/

                <p>Advertisement</p>
                ------MultipartBoundary--x----
                Content-Type: image/png
                Content-Transfer-Encoding: base64
                Content-Location: https://example.org/picture.png

                iVBORw0KGgo=
                ------MultipartBoundary--x------
                """.formatted(base64("<html><head><meta charset=windows-1256></head><body><p>" + ARABIC + "</p></body>",
                Charset.forName("windows-1256"))));
    }

    static byte[] bytes(String mail) {
        return mail.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8);
    }

    private static String base64(String text, Charset charset) {
        return Base64.getMimeEncoder().encodeToString(text.getBytes(charset));
    }
}
