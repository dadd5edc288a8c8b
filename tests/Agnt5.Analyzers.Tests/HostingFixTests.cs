using Agnt5.Analyzers.Tests.Verification;

namespace Agnt5.Analyzers.Tests;

/// <summary>The code fixes of the rules on hosting.</summary>
public sealed class HostingFixTests
{
    private const string Read = "Environment.GetEnvironmentVariable(\"AGNT5_SERVERLESS_SIGNING_SECRET\")";

    [Theory]
    [InlineData("options.SigningSecret = \"s3cret\"; // the secret", $"options.SigningSecret = {Read}; // the secret")]
    [InlineData("options.SigningSecret ??= /* dev */ \"s3cret\";", $"options.SigningSecret ??= /* dev */ {Read};")]
    [InlineData("options.SigningSecret = options.ServiceName ?? \"s3cret\";", $"options.SigningSecret = options.ServiceName ?? {Read};")]
    [InlineData("options = new() { SigningSecret = \"s3cret\" };", $"options = new() {{ SigningSecret = {Read} }};")]
    [InlineData("Configure(configured => configured.SigningSecret = \"s3cret\");", $"Configure(configured => configured.SigningSecret = {Read});")]
    [InlineData("options.SigningSecretResolver = _ => new([\"s3cret\"]);", $"options.SigningSecretResolver = _ => new([{Read} ?? \"\"]);")]
    [InlineData("options.RequestSigningSecretResolver = (_, _) => new([\"s3cret\"]);", $"options.RequestSigningSecretResolver = (_, _) => new([{Read} ?? \"\"]);")]
    public async Task A_secret_is_read_from_the_environment(string before, string after) => await VerifyFix.ChangesAsync("AGT5001", Hosting(before), Hosting(after));

    [Theory]
    [InlineData("options.SigningSecret = Secret;")]
    [InlineData("var secret = \"s3cret\"; options.SigningSecret = secret;")]
    public async Task A_secret_that_is_declared_elsewhere_is_left_to_the_user(string statement) => await VerifyFix.OffersNothingAsync("AGT5001", Hosting(statement));

    [Fact]
    public async Task Fix_All_takes_every_secret_out_of_the_source() =>
        await VerifyFix.ChangesAllAsync(
            "AGT5001",
            Hosting("options.SigningSecret = \"one\"; options.SigningSecretResolver = _ => new([\"two\", \"three\"]);"),
            Hosting($"options.SigningSecret = {Read}; options.SigningSecretResolver = _ => new([{Read} ?? \"\", {Read} ?? \"\"]);"));

    [Fact]
    public async Task An_endpoint_is_added_before_the_app_is_built_and_mapped_before_it_runs() =>
        await VerifyFix.ChangesAsync(
            "AGT5003",
            Program("""
                var builder = WebApplication.CreateBuilder(args);

                // Everything is in place.
                var app = builder.Build();
                app.MapGet("/", () => "hello");

                await app.RunAsync();
                """),
            Program("""
                var builder = WebApplication.CreateBuilder(args);
                builder.Services.AddAgnt5(Agnt5Components.Catalog);

                // Everything is in place.
                var app = builder.Build();
                app.MapGet("/", () => "hello");
                app.MapAgnt5();

                await app.RunAsync();
                """));

    [Fact]
    public async Task An_endpoint_that_is_added_is_mapped() =>
        await VerifyFix.ChangesAsync(
            "AGT5003",
            Program("""
                var host = WebApplication.CreateSlimBuilder(args);
                host.Services.AddAgnt5(Agnt5Components.Catalog);
                using var web = host.Build();
                web.Run();
                """),
            Program("""
                var host = WebApplication.CreateSlimBuilder(args);
                host.Services.AddAgnt5(Agnt5Components.Catalog);
                using var web = host.Build();
                web.MapAgnt5();
                web.Run();
                """));

    [Fact]
    public async Task An_endpoint_that_is_mapped_is_added() =>
        await VerifyFix.ChangesAsync(
            "AGT5003",
            Program("""
                var builder = WebApplication.CreateBuilder(args);
                var app = builder.Build();
                app.MapAgnt5();
                app.Run();
                """),
            Program("""
                var builder = WebApplication.CreateBuilder(args);
                builder.Services.AddAgnt5(Agnt5Components.Catalog);
                var app = builder.Build();
                app.MapAgnt5();
                app.Run();
                """));

    [Theory]
    [InlineData("WebApplication.CreateBuilder(args).Build().Run();")]
    [InlineData("var builder = WebApplication.CreateBuilder(args);\nStart(builder.Build());\nstatic void Start(WebApplication app) => app.Run();")]
    [InlineData("Console.WriteLine(\"no app\");")]
    public async Task A_program_of_another_form_is_left_to_the_user(string statements) => await VerifyFix.OffersNothingAsync("AGT5003", Program(statements));

    private static string Hosting(string statement) => $$"""
        public static class Hosting
        {
            private const string Secret = "s3cret";

            public static void Apply(ServerlessOptions options)
            {
                {{statement}}
            }

            private static void Configure(Action<ServerlessOptions> configure) => configure(new());
        }
        """;

    // The generator does not run with the fix, so the test has its output in full.
    private static string Program(string statements) => $$"""
        using Microsoft.AspNetCore.Builder;
        using Microsoft.Extensions.DependencyInjection;
        using Microsoft.Extensions.Hosting;

        {{statements}}

        public static class Orders
        {
            [Function] public static string Approve(string id) => id;
        }

        public static class Agnt5Components
        {
            public static ComponentCatalog Catalog => throw new NotImplementedException();
        }
        """;
}
