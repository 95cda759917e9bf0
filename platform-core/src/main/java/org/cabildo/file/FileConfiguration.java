package org.cabildo.file;

import org.cabildo.file.storage.DiskStorage;
import org.cabildo.file.storage.S3Storage;
import org.cabildo.file.storage.Storage;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Chooses where files are kept. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(FileSettings.class)
class FileConfiguration {

    @Bean
    Storage storage(FileSettings settings) {
        var s3 = settings.s3();
        return s3 == null || s3.bucket().isBlank()
                ? new DiskStorage(settings.folder())
                : new S3Storage(s3.endpoint(), s3.region(), s3.bucket(), s3.accessKey(), s3.secretKey());
    }
}
