package org.jiritsu.app;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

/** Tests that ask one server, whose runs and worlds are kept in a folder of their own. */
abstract class ServerTest {
    @TempDir
    static Path folder;

    static ServerClient server;

    @BeforeAll
    static void start() {
        server = ServerClient.server(folder);
    }

    @AfterAll
    static void stop() {
        server.close();
    }
}
