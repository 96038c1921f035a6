package io.countersign.connection.aws;

import software.amazon.awssdk.core.SdkSystemSetting;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.SdkHttpService;

/** The HTTP client of the clients that the SDK itself creates, for example for a web identity. */
public final class ProxiedHttpService implements SdkHttpService {

    /** Takes effect only before the SDK creates its first client. */
    public static void install() {
        System.setProperty(SdkSystemSetting.SYNC_HTTP_SERVICE_IMPL.property(), ProxiedHttpService.class.getName());
    }

    @Override
    public SdkHttpClient.Builder<?> createHttpClientBuilder() {
        return OutboundProxies.ofProcess().httpClient();
    }
}
