package no.tolv;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.scheduling.annotation.EnableScheduling;

/** Starts Tolv: the engine, its web apps and everything behind them. */
@SpringBootApplication
@ConfigurationPropertiesScan
@EnableScheduling
public class Tolv {

    public static void main(String[] args) {
        SpringApplication.run(Tolv.class, args);
    }
}
