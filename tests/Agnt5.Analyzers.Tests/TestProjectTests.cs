using Agnt5.Analyzers.Tests.Verification;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Agnt5.Analyzers.Tests;

/// <summary>In a test project, what would be careless in a program is how a test is set up.</summary>
public sealed class TestProjectTests
{
    private const string Source = """
        using Microsoft.AspNetCore.Builder;
        using Microsoft.Extensions.DependencyInjection;

        var builder = WebApplication.CreateBuilder(args);
        builder.Services.Configure<ServerlessOptions>(options =>
        {
            options.AllowUnsigned = true;
            options.SigningSecret = "a secret of the tests";
            options.OutboundGuard.AllowPrivateNetworks = true;
            options.MaxRequestBodyBytes = -1;
        });

        public static class Orders { [Function] public static string Approve(string id) => id; }
        """;

    private static readonly string[] Careless = ["AGT5001", "AGT5002", "AGT5003", "AGT5005", "AGT5006"];

    [Fact]
    public async Task A_program_hears_of_each() => Assert.Equal(Careless, await FindAsync(Compile()));

    [Theory]
    [InlineData("xunit.core")]
    [InlineData("xunit.v3.core")]
    [InlineData("nunit.framework")]
    [InlineData("Microsoft.VisualStudio.TestPlatform.TestFramework")]
    [InlineData("TUnit.Core")]
    [InlineData("Microsoft.AspNetCore.Mvc.Testing")]
    public async Task A_project_with_a_test_framework_hears_nothing(string framework) => Assert.Empty(await FindAsync(Compile(framework)));

    [Theory]
    [InlineData("xunit.assert")]
    [InlineData("xunit.v3.assert")]
    [InlineData("Microsoft.AspNetCore.TestHost")]
    [InlineData("Microsoft.Testing.Platform")]
    public async Task A_library_that_comes_along_with_others_makes_no_test_project(string library) => Assert.Equal(Careless, await FindAsync(Compile(library)));

    [Fact]
    public async Task A_project_that_says_so_hears_nothing() => Assert.Empty(await FindAsync(Compile(), ("IsTestProject", "true")));

    [Fact]
    public async Task A_project_that_says_that_it_is_none_hears_of_each_whatever_it_references() =>
        Assert.Equal(Careless, await FindAsync(Compile("xunit.core"), ("IsTestProject", "false")));

    [Fact]
    public async Task An_empty_property_says_nothing()
    {
        Assert.Equal(Careless, await FindAsync(Compile(), ("IsTestProject", "")));
        Assert.Empty(await FindAsync(Compile("xunit.core"), ("IsTestProject", "")));
    }

    private static CSharpCompilation Compile(params string[] frameworks) => CompilerRun.Compile(
        Source, references: [.. frameworks.Select(static name => CompilerRun.Compile("public sealed class FactAttribute;", name, referencesAgnt5: false).ToMetadataReference())]);

    private static async Task<string[]> FindAsync(CSharpCompilation compilation, params (string Name, string Value)[] properties)
    {
        var options = new AnalyzerOptions([], new BuildProperties(properties));
        var found = await compilation.WithAnalyzers(CompilerRun.Analyzers, options).GetAnalyzerDiagnosticsAsync();
        return [.. found.Select(static finding => finding.Id).Order(StringComparer.Ordinal)];
    }
}
