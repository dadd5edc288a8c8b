using System.Collections.Immutable;
using System.Globalization;
using Agnt5.Analyzers.Tests.Verification;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Agnt5.Analyzers.Tests;

/// <summary>AGT5007 and AGT5003, rules about the program as a whole, where a project is for JavaScript hosts.</summary>
public sealed class JavaScriptHostTests
{
    private const string Needs = "needs ASP.NET Core, which JavaScript hosts do not have: call JavaScriptHost.Serve in '#if AGNT5_JAVASCRIPT', and this in its '#else'";
    private const string Lacks = "is left out for JavaScript hosts, and nothing else serves the components there: call JavaScriptHost.Serve in '#if AGNT5_JAVASCRIPT'";

    private const string Components = "\npublic static class Orders { [Function] public static string Ship(string id) => id; }";

    private const string Host = "\nnamespace Agnt5 { public static class JavaScriptHost { public static void Serve(ComponentCatalog catalog) { } } }";

    private static readonly MetadataReference[] WithoutAspNetCore =
    [
        .. CompilerRun.References.Where(static reference => !Path.GetFileName(reference.Display!).Contains("AspNetCore", StringComparison.Ordinal)),
    ];

    [Theory]
    [InlineData("#if AGNT5_JAVASCRIPT\nJavaScriptHost.Serve(null!);\n#else\nawait ServerlessHost.RunAsync(args, null!);\n#endif\n")]
    [InlineData("#if !AGNT5_JAVASCRIPT\nawait ServerlessHost.RunAsync(args, null!);\n#else\nAgnt5.JavaScriptHost.Serve(null!);\n#endif\n")]
    [InlineData("#if DEBUG && AGNT5_JAVASCRIPT || AGNT5_JAVASCRIPT\nJavaScriptHost.Serve(null!);\n#elif !AGNT5_JAVASCRIPT\nawait ServerlessHost.RunAsync(args, null!);\n#endif\n")]
    [InlineData("JavaScriptHost.Serve(null!);\n")]
    public async Task A_program_that_serves_both_hosts_hears_nothing(string program) => Assert.Empty(await FindAsync(program));

    [Theory]
    [InlineData("await ServerlessHost.RunAsync(args, null!);\n", "ServerlessHost.RunAsync", Needs)]
    [InlineData("ServerlessHost.Build(args, null!, builder => { }).Run();\n", "ServerlessHost.Build", Needs)]
    [InlineData(
        "var builder = WebApplication.CreateSlimBuilder(args);\nbuilder.Services.AddAgnt5(null!);\nvar app = builder.Build();\napp.MapAgnt5();\napp.Run();\n",
        "WebApplication.CreateSlimBuilder",
        Needs)]
    [InlineData("#if AGNT5_JAVASCRIPT\nJavaScriptHost.Serve(null!);\n#endif\nawait ServerlessHost.RunAsync(args, null!);\n", "ServerlessHost.RunAsync", Needs)]
    [InlineData("JavaScriptHost.Serve(null!);\nawait ServerlessHost.RunAsync(args, null!);\n", "ServerlessHost.RunAsync", Needs)]
    [InlineData("#if !AGNT5_JAVASCRIPT\nawait ServerlessHost.RunAsync(args, null!);\n#endif\n", "ServerlessHost.RunAsync", Lacks)]
    [InlineData("#if AGNT5_JAVASCRIPT\nConsole.WriteLine(1);\n#else\nawait ServerlessHost.RunAsync(args, null!);\n#endif\n", "ServerlessHost.RunAsync", Lacks)]
    public async Task The_ordinary_build_says_what_a_JavaScript_host_will_miss(string program, string call, string problem) =>
        Assert.Equal($"AGT5007: '{call}' {problem}", Assert.Single(await FindAsync(program)));

    [Fact]
    public async Task A_program_without_the_package_for_JavaScript_hosts_hears_nothing() =>
        Assert.Empty((await CompilerRun.AnalyzeAsync(Compile("await ServerlessHost.RunAsync(args, null!);\n", host: ""))).Where(static finding => !Verify.IsCommon(finding)));

    [Fact]
    public async Task A_referenced_project_that_knows_the_package_may_serve()
    {
        var package = CompilerRun.Compile(Host, "Agnt5.JavaScript");
        var helper = CompilerRun.Compile(
            "public static class Helper { public static void Serve() => JavaScriptHost.Serve(null!); }", "Helper", references: package.ToMetadataReference()).ToMetadataReference();
        var program = Compile("#if AGNT5_JAVASCRIPT\nHelper.Serve();\n#else\nawait ServerlessHost.RunAsync(args, null!);\n#endif\n", host: "").AddReferences(package.ToMetadataReference(), helper);

        Assert.Empty((await CompilerRun.AnalyzeAsync(program)).Where(static finding => !Verify.IsCommon(finding)));
    }

    [Theory]
    [InlineData("await ServerlessHost.RunAsync(args, null!);\n", "AGT5007: 'ServerlessHost.RunAsync' " + Needs)]
    [InlineData("JavaScriptHost.Serve(null!);\nservices.AddAgnt5(null!);\n", "AGT5007: 'AddAgnt5' " + Needs)]
    [InlineData("Console.WriteLine(1);\n", "AGT5003: 'Orders.Ship' is never served, because this program serves no host: call JavaScriptHost.Serve(Agnt5Components.Catalog)")]
    public async Task A_publish_for_a_JavaScript_host_says_it_beside_the_compilers_error(string program, string finding) => Assert.Equal([finding], await FindInHostAsync(program));

    [Theory]
    [InlineData("#if AGNT5_JAVASCRIPT\nJavaScriptHost.Serve(null!);\n#else\nawait ServerlessHost.RunAsync(args, null!);\n#endif\n")]
    [InlineData("JavaScriptHost.Serve(null!, services => services.AddSingleton(1));\n")]
    public async Task A_publish_for_a_JavaScript_host_that_serves_hears_nothing_even_when_the_call_does_not_compile(string program) => Assert.Empty(await FindInHostAsync(program));

    [Fact]
    public async Task What_cannot_compile_for_a_JavaScript_host_is_an_error_there() =>
        Assert.Equal(DiagnosticSeverity.Error, Assert.Single(await AnalyzeInHostAsync("await ServerlessHost.RunAsync(args, null!);\n"), static finding => finding.Id == "AGT5007").Severity);

    [Fact]
    public async Task Casts_that_differ_between_hosts_are_found_in_projects_for_JavaScript_hosts()
    {
        var source = "public static class Shares { [Workflow] public static long Half(WorkflowContext ctx, double all) => (long)(all / 2); }" + Host;

        Assert.Contains(await CompilerRun.AnalyzeAsync(CompilerRun.Compile(source)), static finding => finding.Id == "AGT4023");
    }

    private static CSharpCompilation Compile(string program, string host = Host) => CompilerRun.Compile(
        "using Microsoft.AspNetCore.Builder;\nusing Microsoft.Extensions.DependencyInjection;\nusing Microsoft.Extensions.Hosting;\n\n" + program + Components + host);

    private static async Task<IEnumerable<string>> FindAsync(string program) => Describe(await CompilerRun.AnalyzeAsync(Compile(program)));

    // In a compilation for JavaScript hosts nothing is known of the calls, and the compiler has an error for each.
    private static async Task<IEnumerable<string>> FindInHostAsync(string program) => Describe(await AnalyzeInHostAsync(program));

    private static Task<ImmutableArray<Diagnostic>> AnalyzeInHostAsync(string program)
    {
        var options = CompilerRun.ParseOptions.WithPreprocessorSymbols("AGNT5_JAVASCRIPT");
        var trees = new[] { program + Components + Host, CompilerRun.GlobalUsings() }.Select(text => CSharpSyntaxTree.ParseText(text, options));
        var compilation = CSharpCompilation.Create("App", trees, WithoutAspNetCore, new(OutputKind.ConsoleApplication, nullableContextOptions: NullableContextOptions.Enable));
        return compilation.WithAnalyzers(CompilerRun.Analyzers).GetAnalyzerDiagnosticsAsync();
    }

    private static IEnumerable<string> Describe(IEnumerable<Diagnostic> findings) =>
        findings.Where(static finding => !Verify.IsCommon(finding)).Select(static finding => $"{finding.Id}: {finding.GetMessage(CultureInfo.InvariantCulture)}");
}
