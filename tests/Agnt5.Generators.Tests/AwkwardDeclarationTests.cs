using Agnt5.Generators.Tests.Harness;
using Microsoft.CodeAnalysis;

namespace Agnt5.Generators.Tests;

/// <summary>Code that is generated for any declarations compiles without a warning and answers.</summary>
public sealed class AwkwardDeclarationTests
{
    public static TheoryData<string, string> Declarations => new()
    {
        {
            "in the global namespace",
            """
            public record Order(string Id);
            public static class Orders { [Agnt5.Function("answer")] public static Order Answer(Order order) => order; }
            """
        },
        {
            "named with keywords",
            """
            namespace @namespace.@class;
            public enum @enum { @default, @new }
            public record @record(string @string, @enum @event = @enum.@new) { public int @int { get; init; } = 1; public @struct @ref { get; set; } }
            public struct @struct { public bool @bool { get; init; } }
            public class @static { [Agnt5.Function("answer")] public @record @return(@record @params, @enum @in = @enum.@default) => @params; [Agnt5.Function("await")] public static void @await(int @async, string @var = "") { } }
            """
        },
        {
            "nested in classes and a generic base",
            """
            namespace My.App;
            public partial class Outer { public abstract class Base<T> { public T? Value { get; set; } } public partial struct Middle { public static class Inner { public record Order(string Id) ; public class Of : Base<Order> { }
            [Agnt5.Function("answer")] public static Of Answer(Of order) => order; } } }
            """
        },
        {
            "in a namespace that ends like the SDK",
            """
            namespace Contoso.Agnt5 { public record Task(string Id); public record String(Task Task); public static class System { [global::Agnt5.Function("answer")] public static String Answer(String order) => order; } }
            namespace Contoso.Agnt5.Json { public class GeneratedJson; }
            """
        },
        {
            "with types named like the framework's and like what is generated",
            """
            namespace My.App;
            public record Type(Object Object); public record Object(JsonMetadata JsonMetadata); public record JsonMetadata(int Catalog); public enum Enum { A } public class Catalog { [Agnt5.Function("answer")] public Type Answer(Type input, Enum call = Enum.A) => input; }
            """
        },
        {
            "overloaded and differing in case",
            """
            namespace My.App;
            public record Order(int A); public record order(int A); public record ORDER(int A);
            public static class Orders
            {
                [Agnt5.Function("answer")] public static int Answer(Order order) => order.A;
                [Agnt5.Function("b")] public static int Answer(order order) => order.A;
                [Agnt5.Function("c")] public static int answer(ORDER order) => order.A;
                [Agnt5.Function("d")] public static int Answer() => 1;
                [Agnt5.Function("e")] public static void answer(int a, string A = "") { }
            }
            """
        },
        {
            "obsolete",
            """
            namespace My.App;
            [System.Obsolete] public record Order(string Id) { [System.Obsolete("old")] public int Old { get; set; } }
            [System.Obsolete] public static class Orders { [System.Obsolete("old"), Agnt5.Function("answer")] public static Order Answer(Order order) => order; }
            """
        },
        {
            "obsolete by an id, and as an error",
            """
            #pragma warning disable OLD1, CS0612
            namespace My.App;
            [System.Obsolete("old", DiagnosticId = "OLD1")] public record Order(string Id) { [System.Obsolete("older", DiagnosticId = "OLD2")] public int Old { get; set; } }
            [System.Obsolete("gone", true)] public record Gone(string Id);
            public record Kept(string Id) { [System.Obsolete] public Gone? Before { get; init; } }
            public static class Orders { [System.Obsolete("old", DiagnosticId = "OLD1"), Agnt5.Function("answer")] public static Kept Answer(Order order, Kept? kept = null) => kept!; }
            """
        },
        {
            "experimental",
            """
            #pragma warning disable NEW1
            using System.Diagnostics.CodeAnalysis;
            namespace My.App;
            [Experimental("NEW1")] public record Order(string Id) { [Experimental("NEW2")] public int New { get; set; } }
            [Experimental("NEW1")] public class Orders { [Experimental("NEW3"), Agnt5.Function("answer")] public Order Answer(Order order) => order; }
            """
        },
        {
            "without nullable annotations",
            """
            #nullable disable
            using System.Collections.Generic;
            namespace My.App;
            public class Order { public string Id { get; set; } public List<string> Tags { get; set; } }
            public class Orders { [Agnt5.Function("answer")] public Order Answer(Order order, string note) => order; }
            """
        },
        {
            "with nullable type arguments beside plain ones",
            """
            using System.Collections.Generic; using System.Threading.Tasks;
            namespace My.App;
            public record Box<T>(T Value, List<T> All);
            public static class Orders
            {
                [Agnt5.Function("answer")] public static Task<Box<string?>> Answer(Box<string?> box, List<string?> names, Dictionary<string, Box<string>?>? map = null) => Task.FromResult(box);
                [Agnt5.Function("b")] public static ValueTask<List<string?>> B(Box<string> box) => new(new List<string?> { box.Value });
            }
            """
        },
        {
            "with awkward text",
            """"
            using System.ComponentModel;
            namespace My.App;
            /// <summary>Says "hi" \ {x} &amp; <see cref="Order"/>, <c>"" """ ""</c>.</summary>
            public record Order([property: Description("quotes \"\"\" and \\ and \u2028 and \n line")] string Id = "\"\"\"\r\n\u2028\ud83d\ude00\ud800{0}");
            public static class Orders { [Agnt5.Function("answer", Description = "\"\"\"")] public static Order Answer(Order order, string é = "\0\a") => order; [Agnt5.Tool("\"quoted\" \\ {name} 😀")] public static void Odd() { } }
            """"
        },
        {
            "in every shape of return and static",
            """
            using System.Threading.Tasks; using Agnt5;
            namespace My.App;
            public interface IAnswer { int Answer(int a); }
            public class Orders : IAnswer
            {
                [Function("answer")] public virtual int Answer(int a) => a;
                [Function] internal static void Nothing() { }
                [Function] protected internal static Task Later() => Task.CompletedTask;
                [Function] public ValueTask Soon(ComponentContext ctx) => default;
                [Function] public ValueTask<int> Number(FunctionContext ctx, params int[] numbers) => new(numbers.Length);
                [Workflow] public Task<string?> Text(ComponentContext ctx, System.Threading.CancellationToken? token = null) => Task.FromResult<string?>(null);
            }
            """
        },
        {
            "in an assembly that promises to be CLS compliant",
            """
            [assembly: System.CLSCompliant(true)]
            namespace My.App;
            public static class Orders { [Agnt5.Function("answer")] public static int Answer(int a = 1) => a; }
            """
        },
        {
            "with parameters named like what is generated",
            """
            namespace My.App;
            public static class Orders { [Agnt5.Function("answer")] public static int Answer(int call, int component, int input, string output = "", int value = 1, int target = 2, int arguments = 3, int options = 4) => call; }
            """
        },
    };

    [Theory]
    [MemberData(nameof(Declarations))]
    public async Task Declaration_compiles_without_a_warning_and_answers(string what, string source)
    {
        _ = what;
        var project = new ProjectUnderTest(source).Build();

        var response = await project.InvokeAsync("function", "answer");

        // A refused input proves too that the generated code ran: it named the missing member.
        Assert.True((string?)response["status"] == "completed" || (string?)response["error"]?["code"] == "WORKERLESS_INPUT_INVALID", response.ToJsonString());
    }

    [Theory]
    [MemberData(nameof(Declarations))]
    public void Declaration_compiles_in_a_documented_project_too(string what, string source)
    {
        _ = what;
        var problems = (new ProjectUnderTest(source) { GeneratesDocumentation = true }).Generate().Problems.ToArray();

        // The samples have no XML docs. Generated code must not add to the compiler's warnings about that.
        Assert.Contains(problems, static problem => problem.Id == "CS1591");
        Assert.DoesNotContain(problems, static problem => problem.Location.SourceTree?.FilePath.EndsWith(".g.cs", StringComparison.Ordinal) == true);
    }

    [Theory]
    [InlineData("My.App", "namespace My.App; public static class Program {")]
    [InlineData("", "public static class Program {")]
    [InlineData(null, "namespace Other; public static class Program {")]
    [InlineData("Orders", "public static class Orders {")]
    [InlineData("Contoso.Orders.Api", "namespace Contoso; public static class Orders {")]
    [InlineData("my-app.class.1st", "public static class Program {")]
    public async Task Catalog_is_found_by_its_simple_name_whatever_the_root_namespace(string? rootNamespace, string declaration)
    {
        var project = new ProjectUnderTest($$"""
            {{declaration}}
                public static global::Agnt5.ComponentCatalog Found => Agnt5Components.Catalog;
                [global::Agnt5.Function("answer")] public static int Answer() => 42;
            }
            """) { RootNamespace = rootNamespace }.Build();

        Assert.Equal("42", await project.OutputAsync("function", "answer"));
    }

    [Theory]
    [InlineData("class")]
    [InlineData("record")]
    [InlineData("1st.my-app")]
    public async Task Project_named_by_a_keyword_or_no_identifier_compiles_and_is_found_by_what_references_it(string name)
    {
        var source = """public static class Orders { [Agnt5.Function("answer")] public static int Answer(int a, int b) => a + b; }""";
        var library = (new ProjectUnderTest(source) { AssemblyName = name, RootNamespace = name }).Build();
        var app = (new ProjectUnderTest("public static class Other { }") { References = [library] }).Build();

        Assert.Equal("3", await app.OutputAsync("function", "answer", """{"a":1,"b":2}"""));
    }

    [Fact]
    public async Task Projects_that_share_a_root_namespace_see_their_own_catalog()
    {
        var library = (new ProjectUnderTest("namespace Shop; public static class Orders { [Agnt5.Function] public static int Count() => 1; }")
        {
            AssemblyName = "Shop.Orders", RootNamespace = "Shop",
        }).Build();
        var app = (new ProjectUnderTest("public static class Program { public static object Served => Agnt5Components.Catalog; [Agnt5.Function(\"answer\")] public static int Answer() => 42; }")
        {
            AssemblyName = "Shop.App", RootNamespace = "Shop", References = [library],
        }).Build();

        Assert.Equal("42", await app.OutputAsync("function", "answer"));
        Assert.Equal("1", await app.OutputAsync("function", "count"));
    }

    [Theory]
    [InlineData(OutputKind.ConsoleApplication, false)]
    [InlineData(OutputKind.DynamicallyLinkedLibrary, true)]
    public void Catalog_is_public_in_libraries_alone(OutputKind kind, bool isPublic)
    {
        var project = new ProjectUnderTest("static class Program { static void Main() { } [Agnt5.Function] internal static int Answer() => 42; }") { OutputKind = kind }.Build();
        Assert.Equal(isPublic, project.ComponentsClass.IsPublic);
    }

    [Fact]
    public async Task Broken_method_does_not_hide_the_good_one_beside_it()
    {
        var generated = new ProjectUnderTest("""
            using System.IO;
            namespace My.App;
            public record Bad(Stream Source);
            public class Orders
            {
                [Agnt5.Function("answer")] public static int Answer() => 42;
                [Agnt5.Function] private static int Hidden() => 0;
                [Agnt5.Function] public static int Generic<T>() => 0;
                [Agnt5.Function] public static int Unbindable(Bad bad) => 0;
                [Agnt5.Function] public static Unknown Unfinished() => null!;
                [Agnt5.Function(" ")] public static int Blank() => 0;
                [Agnt5.Function("answer")] public static int Twice() => 1;
            }
            """).Generate();

        Assert.Equal(["CS0246"], generated.Problems.Select(static problem => problem.Id));
        Assert.Equal(["Agnt5.Component.My_App_Orders_Answer.g.cs"], generated.Files.Keys.Where(static file => file.Contains(".Component.", StringComparison.Ordinal)));
        var repaired = generated.Project with { Sources = [generated.Project.Sources[0].Replace("Unknown", "string", StringComparison.Ordinal)] };
        Assert.Equal("42", await repaired.Build().OutputAsync("function", "answer"));
    }

    [Fact]
    public async Task Project_that_stays_on_an_older_language_version_compiles()
    {
        var project = (new ProjectUnderTest("""
            using System.Collections.Generic; using System.ComponentModel.DataAnnotations; using System.Text.Json; using System.Text.Json.Serialization;
            namespace My.App;
            public record Order(string Id, List<int> Items) { public required string Must { get; init; } [JsonExtensionData] public Dictionary<string, JsonElement>? More { get; init; } }
            public static class Orders { [Agnt5.Function("answer")] public static int Answer(Order order, [Range(1, 9), AllowedValues(3, 4)] int limit = 3) => limit; }
            """) { Language = Microsoft.CodeAnalysis.CSharp.LanguageVersion.CSharp12 }).Build();

        Assert.Equal("3", await project.OutputAsync("function", "answer", """{"order":{"id":"i","items":[],"must":"m"}}"""));
    }

    [Fact]
    public void Nothing_is_generated_where_the_sdk_is_not_referenced() =>
        Assert.Empty((new ProjectUnderTest("namespace My.App; public class C;") { ReferencesSdk = false }).Generate().Files);
}
