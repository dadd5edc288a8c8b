using Agnt5.Analyzers.Tests.Verification;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Agnt5.Analyzers.Tests;

/// <summary>An editor has the source of a referenced project, and a build its assembly. Both say the same.</summary>
public sealed class ReferencedProjectTests
{
    private const string Library = """
        using System.Text.Json.Serialization;

        namespace Shared;

        public sealed class Gateway(TimeProvider time)
        {
            public DateTimeOffset Now => time.GetUtcNow();
        }

        public sealed class Locked
        {
            private Locked() { }

            public static Locked Open() => new();
        }

        public sealed class Stocked
        {
            public Action? First { get; set; }

            public Action? Second { get; set; }
        }

        public enum Colour { Red, Blue }

        public sealed class Painted
        {
            [JsonConverter(typeof(JsonStringEnumConverter))]
            public Colour Colour { get; set; }
        }

        public sealed class Plain;

        public static class Keys
        {
            public static readonly StepOptions Slow = new() { MaxAttempts = 5, Key = "slow" };

            public static string Of(double amount) => $"key-{amount}";
        }
        """;

    private const string Source = """
        using Shared;

        public static class Orders
        {
            [Function] public static string Open(Gateway gateway, Locked locked) => "";

            [Function] public static string Count(Stocked stocked) => "";

            [Function] public static string Paint(Painted painted) => "";

            [Workflow]
            public static async Task<int> Ship(WorkflowContext ctx, double amount)
            {
                foreach (var number in new[] { 1, 2 })
                    await ctx.StepAsync("charge", () => number, Keys.Slow);
                await ctx.StepAsync("bill", () => 1, new StepOptions { Key = Keys.Of(amount) });
                return new Plain().GetHashCode();
            }
        }
        """;

    [Fact]
    public async Task What_the_editor_says_of_a_referenced_project_is_what_the_build_says()
    {
        var library = CompilerRun.Compile(Library, "Shared");

        var inEditor = await FindAsync(library.ToMetadataReference());

        Assert.Equal(await FindAsync(ImageOf(library)), inEditor);
        Assert.Contains(inEditor, static finding => finding.Contains("Stocked.First", StringComparison.Ordinal));
        Assert.DoesNotContain(inEditor, static finding => finding.Contains("Stocked.Second", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_a_class_is_built_from_counts_alike_whichever_parameter_is_read_first()
    {
        const string Classes = """
            public interface IStore { void Save(); }
            public sealed class A(B b) { public B Held() => b; }
            public sealed class B(C c) { public C Held() => c; }
            public sealed class C(D d) { public D Held() => d; }
            public sealed class D(E e) { public E Held() => e; }
            public sealed class E(IStore store) { public IStore Held() => store; }

            """;
        string[] parameters = ["A a", "B b", "C c", "D d", "E e"];

        var forward = await FindServicesAsync(Classes, parameters);
        var backward = await FindServicesAsync(Classes, [.. parameters.Reverse()]);

        Assert.Contains("e", forward);
        Assert.Equal(forward, backward);
    }

    private static async Task<string[]> FindAsync(MetadataReference library) => Texts(await CompilerRun.AnalyzeAsync(CompilerRun.Compile(Source, references: library)));

    private static async Task<string[]> FindServicesAsync(string classes, string[] parameters)
    {
        var source = $"{classes}public static class Orders {{ {string.Concat(parameters.Select(static one => $"[Function] public static void Take{one[0]}({one}) {{ }} "))} }}";
        var found = await CompilerRun.AnalyzeAsync(CompilerRun.Compile(source), "AGT1017");
        return [.. found.Select(finding => source.Substring(finding.Location.SourceSpan.Start, finding.Location.SourceSpan.Length)).Order(StringComparer.Ordinal)];
    }

    private static string[] Texts(IEnumerable<Diagnostic> findings) =>
        [.. findings.Select(static finding => $"{finding.Id} {finding.Location.SourceSpan}: {finding.GetMessage(System.Globalization.CultureInfo.InvariantCulture)}").Order(StringComparer.Ordinal)];

    private static PortableExecutableReference ImageOf(CSharpCompilation library)
    {
        using var image = new MemoryStream();
        Assert.True(library.Emit(image).Success);
        return MetadataReference.CreateFromImage(image.ToArray());
    }
}
