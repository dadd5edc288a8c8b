using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

public static class Hosting
{
    private const int Unlimited = -1;

    public static void Refused(WebApplicationBuilder builder, ServerlessOptions options, bool isLarge)
    {
        builder.Services.AddAgnt5(null!, configured => configured.MaxRequestBodyBytes = {|AGT5006:-5|});
        builder.Services.Configure<ServerlessOptions>(configured =>
        {
            configured.MaxUnverifiedBytes = {|AGT5006:0|};
            configured.MaxJsonDepth = {|AGT5006:16|};
        });
        options.MaxRequestBodyBytes = {|AGT5006:Unlimited|};
        options.MaxRequestBodyBytes = isLarge ? {|AGT5006:1024L * 1024 * 1024|} : 1024;
        options.MaxRequestBodyBytes = {|AGT5006:long.MaxValue|};
        options.RequestBodyTimeout = {|AGT5006:TimeSpan.Zero|};
        options.RequestBodyTimeout = {|AGT5006:Timeout.InfiniteTimeSpan|};
        options.SigningSecretCacheTime = {|AGT5006:TimeSpan.FromDays(1)|};
        options.SignatureWindow = {|AGT5006:TimeSpan.FromMilliseconds(300)|};
        options.SignatureWindow = {|AGT5006:-TimeSpan.FromMinutes(5)|};
        options.OutboundGuard.Timeout = {|AGT5006:TimeSpan.MaxValue|};
        _ = new ServerlessOptions { MaxJsonDepth = {|AGT5006:100_000|} };
    }

    public static void Fine(ServerlessOptions options, int given, TimeSpan time)
    {
        options.MaxRequestBodyBytes = 64 * 1024 * 1024;
        options.MaxRequestBodyBytes = given;
        options.MaxRequestBodyBytes = given * -1;
        options.MaxJsonDepth = 64;
        options.SigningSecretCacheTime = TimeSpan.Zero;
        options.SignatureWindow = TimeSpan.FromMinutes(1.5);
        options.RequestBodyTimeout = time;
        options.RequestBodyTimeout = TimeSpan.FromSeconds(given);
        options.OutboundGuard.Timeout = new TimeSpan(0, 0, 30);
        new Other { MaxRequestBodyBytes = -5 }.ToString();
    }

    private sealed record Other
    {
        public long MaxRequestBodyBytes { get; init; }
    }
}
