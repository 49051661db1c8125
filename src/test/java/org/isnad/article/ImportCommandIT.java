package org.isnad.article;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.isnad.identity.Actor;
import org.isnad.testsupport.IsnadTest;

@IsnadTest
class ImportCommandIT {
    @Inject
    ImportCommand command;
    @Inject
    Articles articles;
    @TempDir
    Path folder;

    @Test
    void takesEverythingInAndTellsWhatItCouldNot() throws IOException {
        String mark = UUID.randomUUID().toString();
        Files.writeString(folder.resolve("a.txt"), "Title of a\n\nText " + mark);
        Files.createDirectory(folder.resolve("sub"));
        Files.writeString(folder.resolve("sub/b.html"), "<title>Title of b</title><p>Text of b " + mark);
        Files.write(folder.resolve("c.txt"), new byte[]{(byte) 0x89, 'P', 'N', 'G', 0, 1});
        Files.write(folder.resolve("d.zip"), zip("in.txt", "Title of d\n\nAnother text " + mark));
        Files.writeString(folder.resolve("notes.md"), "not an article");

        assertThat(command.run(List.of(folder.toString()))).isEqualTo(1);
        assertThat(articles.page(null, null, 3, Actor.system("test")).items()).extracting(ArticleCard::title)
                .containsExactlyInAnyOrder(
                        "Title of a", "Title of b", "Title of d");

        Files.delete(folder.resolve("c.txt"));
        UUID newest = articles.page(null, null, 1, Actor.system("test")).items().get(0).id();
        assertThat(command.run(List.of(folder.toString()))).isZero();
        assertThat(articles.page(null, null, 1, Actor.system("test")).items().get(0).id()).as("nothing was added")
                .isEqualTo(newest);
    }

    @Test
    void saysWhenThereIsNothingToDo() {
        assertThat(command.run(List.of())).isEqualTo(2);
        assertThat(command.run(List.of(folder.resolve("missing").toString()))).isEqualTo(2);
        assertThat(command.run(List.of(folder.toString()))).isEqualTo(2);
    }

    private static byte[] zip(String name, String text) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry(name));
            zip.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }
}
