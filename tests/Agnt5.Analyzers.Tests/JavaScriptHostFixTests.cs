using Agnt5.Analyzers.Tests.Verification;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Agnt5.Analyzers.Tests;

/// <summary>The code fix of AGT5007: the program for other hosts stays as it is, and what JavaScript hosts get compiles without ASP.NET Core.</summary>
public sealed class JavaScriptHostFixTests
{
    private const string Usings = """
        using Microsoft.AspNetCore.Builder;
        using Microsoft.AspNetCore.Hosting;
        using Microsoft.Extensions.DependencyInjection;
        using Microsoft.Extensions.Hosting;
        """;

    private const string SharedUsings = """
        #if !AGNT5_JAVASCRIPT
        using Microsoft.AspNetCore.Builder;
        using Microsoft.AspNetCore.Hosting;
        #endif
        using Microsoft.Extensions.DependencyInjection;
        #if !AGNT5_JAVASCRIPT
        using Microsoft.Extensions.Hosting;
        #endif
        """;

    [Fact]
    public Task A_program_of_one_line_serves_both_hosts() => ServesBothAsync("await ServerlessHost.RunAsync(args, Agnt5Components.Catalog);", "JavaScriptHost.Serve(Agnt5Components.Catalog);");

    [Fact]
    public Task Services_and_options_are_taken_over() => ServesBothAsync(
        """
        await ServerlessHost.RunAsync(args, Agnt5Components.Catalog, builder =>
        {
            builder.Services.AddSingleton<IPriceList, PriceList>();
            builder.Services.Configure<ServerlessOptions>(o => o.ServiceName ??= "quick-start");
        });
        """,
        """
        JavaScriptHost.Serve(Agnt5Components.Catalog, (services, options) =>
        {
            services.AddSingleton<IPriceList, PriceList>();
            options.ServiceName ??= "quick-start";
        });
        """);

    [Fact]
    public Task One_service_needs_no_block() => ServesBothAsync(
        """
        var app = ServerlessHost.Build(args, Agnt5Components.Catalog, builder => builder.Services.AddSingleton<IPriceList>(new PriceList()));
        await app.RunAsync();
        """,
        "JavaScriptHost.Serve(Agnt5Components.Catalog, (services, options) => services.AddSingleton<IPriceList>(new PriceList()));");

    [Fact]
    public Task What_needs_ASP_NET_Core_or_a_variable_of_the_program_stays_where_it_is() => ServesBothAsync(
        """
        var builder = WebApplication.CreateBuilder(args);
        var currency = builder.Configuration["Currency"] ?? "EUR";
        builder.Services.AddCors();
        builder.Services.AddHttpClient("prices").SetHandlerLifetime(TimeSpan.FromMinutes(1));
        builder.Services.AddSingleton(currency);
        builder.Services
            .AddAgnt5(Agnt5Components.Catalog, configured =>
            {
                configured.ServiceName = "shop";
                configured.AllowUnsigned = builder.Environment.IsDevelopment();
                if (configured.Enabled is null)
                {
                    configured.MaxJsonDepth = 100;
                }
            })
            .AddTransient<IPriceList>(provider =>
                provider.GetRequiredService<PriceList>())
            .AddScoped<PriceList>();
        var app = builder.Build();
        app.MapAgnt5();
        app.MapGet("/", () => "hello");
        app.Run();
        """,
        """
        JavaScriptHost.Serve(Agnt5Components.Catalog, (services, options) =>
        {
            options.ServiceName = "shop";
            if (options.Enabled is null)
            {
                options.MaxJsonDepth = 100;
            }
            services.AddTransient<IPriceList>(provider =>
                provider.GetRequiredService<PriceList>());
            services.AddScoped<PriceList>();
        });
        """);

    [Theory]
    [InlineData("#if AGNT5_JAVASCRIPT\nConsole.WriteLine();\n#endif\nawait ServerlessHost.RunAsync(args, Agnt5Components.Catalog);")]
    [InlineData("var catalog = Agnt5Components.Catalog;\nawait ServerlessHost.RunAsync(args, catalog);")]
    public Task A_program_of_another_form_is_left_to_the_user(string statements) => VerifyFix.OffersNothingAsync("AGT5007", Program(Usings, statements));

    private static async Task ServesBothAsync(string program, string served)
    {
        var both = Program(SharedUsings, $"#if AGNT5_JAVASCRIPT\n{served}\n#else\n{program}\n#endif");
        await VerifyFix.ChangesAsync("AGT5007", Program(Usings, program), both);

        var options = CompilerRun.ParseOptions.WithPreprocessorSymbols("AGNT5_JAVASCRIPT");
        var compilation = CSharpCompilation.Create(
            "App",
            new[] { both, CompilerRun.GlobalUsings() }.Select(text => CSharpSyntaxTree.ParseText(text, options)),
            CompilerRun.References.Where(static reference => !Path.GetFileName(reference.Display!).Contains("AspNetCore", StringComparison.Ordinal)),
            new(OutputKind.ConsoleApplication, nullableContextOptions: NullableContextOptions.Enable));
        Assert.Empty(compilation.GetDiagnostics().Where(static diagnostic => diagnostic.Severity == DiagnosticSeverity.Error));
    }

    // The generator does not run with the fix, so the test has its output in full.
    private static string Program(string usings, string statements) => $$"""
        {{usings}}

        // The shop.
        {{statements}}

        public interface IPriceList;

        public sealed class PriceList : IPriceList;

        public static class Orders
        {
            [Function] public static string Ship(string id) => id;
        }

        public static class Agnt5Components
        {
            public static ComponentCatalog Catalog => throw new NotImplementedException();
        }

        namespace Agnt5
        {
            public static class JavaScriptHost
            {
                public static void Serve(ComponentCatalog catalog, Action<IServiceCollection, ServerlessOptions>? configure = null) => configure?.Invoke(null!, new());
            }
        }
        """;
}
