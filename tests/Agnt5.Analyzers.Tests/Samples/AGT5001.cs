using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

public interface IVault
{
    ValueTask<IReadOnlyList<string>> ReadAsync(IReadOnlyList<string> names, CancellationToken cancellationToken);

    string Read(string name);
}

public static class Hosting
{
    private const string Constant = "s3cret";
    private static readonly string Field = "s3cret";
    private static readonly string FromEnvironment = Environment.GetEnvironmentVariable("SECRET") ?? "";

    public static void Literals(WebApplicationBuilder builder, ServerlessOptions options)
    {
        var local = "s3cret";
        builder.Services.Configure<ServerlessOptions>(configured => configured.SigningSecret = {|AGT5001:"s3cret"|});
        builder.Services.AddAgnt5(null!, configured =>
        {
            configured.ServiceName = "orders";
            configured.SigningSecret ??= {|AGT5001:"s3cret"|};
        });
        options.SigningSecret = {|AGT5001:Constant|};
        options.SigningSecret = {|AGT5001:Field|};
        options.SigningSecret = {|AGT5001:local|};
        options.SigningSecret = builder.Configuration["Secret"] ?? {|AGT5001:"fallback"|};
        options.SigningSecret = local.Length > 3 ? {|AGT5001:"one" + "two"|} : Environment.GetEnvironmentVariable("SECRET");
        _ = new ServerlessOptions { SigningSecret = {|AGT5001:"""raw"""|} };
    }

    public static void Resolvers(ServerlessOptions options)
    {
        options.SigningSecretResolver = _ => new([{|AGT5001:"current"|}, {|AGT5001:"previous"|}]);
        options.RequestSigningSecretResolver = (_, _) => new([{|AGT5001:"current"|}]);
        options.SigningSecretResolver = async _ =>
        {
            await Task.Yield();
            return [Environment.GetEnvironmentVariable("SECRET") ?? {|AGT5001:"fallback"|}];
        };
        options.SigningSecretResolver = _ => ValueTask.FromResult<IReadOnlyList<string>>(new[] { {|AGT5001:Constant|} });
    }

    public static void Silent(WebApplicationBuilder builder, ServerlessOptions options, IVault vault, string? given)
    {
        options.SigningSecret = null;
        options.SigningSecret = "";
        options.SigningSecret = given;
        options.SigningSecret = FromEnvironment;
        options.SigningSecret = builder.Configuration["Agnt5:SigningSecret"];
        options.SigningSecret = Environment.GetEnvironmentVariable("AGNT5_SERVERLESS_SIGNING_SECRET") ?? throw new InvalidOperationException("No secret.");
        options.ServiceName = "orders";
        options.SigningSecretResolver = token => vault.ReadAsync(["current", "previous"], token);
        options.SigningSecretResolver = _ => new([vault.Read("current"), vault.Read("previous"), ""]);
        options.SigningSecretResolver = static _ => new([]);
        options.RequestSigningSecretResolver = static (context, _) => new([(string)context!]);
        options.SigningSecretResolver = null;
        new Other { SigningSecret = "not a secret of the endpoint" }.ToString();
    }

    private sealed record Other
    {
        public string? SigningSecret { get; init; }
    }
}
