package org.cabildo.file.storage;

import java.io.InputStream;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessResourceFailureException;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.checksums.ResponseChecksumValidation;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;

/** Keeps files in a bucket that speaks S3; an object is there whole or not at all. */
public final class S3Storage implements Storage, AutoCloseable {

    private static final Duration TO_CONNECT = Duration.ofSeconds(5);
    private static final Duration BETWEEN_BYTES = Duration.ofSeconds(20);
    private static final Duration ALL_TRIES = Duration.ofSeconds(60);
    private final S3Client client;
    private final String bucket;

    /**
     * @param endpoint address of the service; null: Amazon's own
     * @param accessKey whom the bucket lets in; readers need not be let write
     */
    public S3Storage(@Nullable URI endpoint, String region, String bucket, String accessKey, String secretKey) {
        this.bucket = bucket;
        var builder = S3Client.builder()
                .region(Region.of(region))
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create(accessKey, secretKey)))
                .forcePathStyle(endpoint != null) // buckets of one's own seldom have a wildcard host
                .requestChecksumCalculation(
                        RequestChecksumCalculation.WHEN_REQUIRED) // not every S3 knows the newer ones
                .responseChecksumValidation(ResponseChecksumValidation.WHEN_REQUIRED)
                .httpClientBuilder(UrlConnectionHttpClient.builder()
                        .connectionTimeout(TO_CONNECT)
                        .socketTimeout(BETWEEN_BYTES))
                .overrideConfiguration(all -> all.apiCallTimeout(ALL_TRIES));
        if (endpoint != null) {
            builder.endpointOverride(endpoint);
        }
        this.client = builder.build();
    }

    @Override
    public void keep(Place place, Path content) {
        ask(() -> client.putObject(put -> put.bucket(bucket).key(place.path()), content));
    }

    @Override
    public InputStream open(Place place) {
        return ask(() -> client.getObject(get -> get.bucket(bucket).key(place.path())));
    }

    @Override
    public void forget(Place place) {
        ask(() -> client.deleteObject(delete -> delete.bucket(bucket).key(place.path())));
    }

    private static <T> T ask(Supplier<T> question) {
        try {
            return question.get();
        } catch (SdkException e) {
            throw new DataAccessResourceFailureException("The bucket of files does not answer", e);
        }
    }

    @Override
    public void close() {
        client.close();
    }
}
