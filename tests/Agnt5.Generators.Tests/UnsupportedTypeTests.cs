using Agnt5.Generators.Tests.Harness;

namespace Agnt5.Generators.Tests;

/// <summary>A type that cannot cross the wire removes its component, which an analyzer explains. It never breaks the build of the generated code.</summary>
public sealed class UnsupportedTypeTests
{
    private const string Types = """
        using System;
        using System.Collections.Concurrent;
        using System.Collections.Generic;
        using System.Collections.Immutable;
        using System.IO;
        using System.Linq.Expressions;
        using System.Text.Json.Serialization;
        using System.Threading.Tasks;
        using Agnt5;
        namespace My.App;
        public sealed record Item(string Id);
        public sealed class Endless<T> { public Endless<Endless<T>>? Next { get; set; } }
        public sealed class NoConstructor { private NoConstructor() { } }
        public sealed class SeveralConstructors { public SeveralConstructors(int a) => A = a; public SeveralConstructors(string b) => A = b.Length; public int A { get; } }
        public sealed class Unmatched { public Unmatched(int other) => A = other; public int A { get; } }
        public abstract class Abstract { public int A { get; set; } }
        public sealed class OnlyEnumerable : IEnumerable<int> { public IEnumerator<int> GetEnumerator() => throw new InvalidOperationException(); System.Collections.IEnumerator System.Collections.IEnumerable.GetEnumerator() => GetEnumerator(); }
        public sealed class SameNames { public int A { get; set; } [JsonPropertyName("a")] public int B { get; set; } }
        public sealed class Obsolete { [Obsolete("gone", true)] public int Old { get; set; } }
        [JsonConverter(typeof(HiddenConverter))] public sealed class Hidden { }
        public sealed class HiddenConverter(int length) : JsonConverter<Hidden>
        {
            public override Hidden Read(ref System.Text.Json.Utf8JsonReader reader, Type type, System.Text.Json.JsonSerializerOptions options) { reader.Skip(); return new(); }
            public override void Write(System.Text.Json.Utf8JsonWriter writer, Hidden value, System.Text.Json.JsonSerializerOptions options) => writer.WriteNumberValue(length);
        }
        [JsonObjectCreationHandling(JsonObjectCreationHandling.Populate)] public sealed record PopulatingRecord(int A) { public List<int> B { get; } = []; }
        public sealed class NeverNull { [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] public int A { get; set; } }
        public sealed class NumberedText { [JsonNumberHandling(JsonNumberHandling.WriteAsString)] public string? A { get; set; } }
        public sealed class TextExtension { [JsonExtensionData] public Dictionary<string, string>? A { get; set; } }
        public sealed record PopulatedRecord(int A) { [JsonObjectCreationHandling(JsonObjectCreationHandling.Populate)] public List<int> B { get; } = []; }
        public sealed class PopulatedArray { [JsonObjectCreationHandling(JsonObjectCreationHandling.Populate)] public int[] A { get; set; } = []; }
        public sealed class OtherConverter { [JsonConverter(typeof(IntConverter))] public string? A { get; set; } }
        public enum TwiceNamed { A, [JsonStringEnumMemberName("A")] B }
        [Flags] public enum CommaNamed { [JsonStringEnumMemberName("a,b")] A = 1 }
        public sealed record Alike(int Id, int id);
        [JsonDerivedType(typeof(NamedKind), "named")] [JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")] public abstract record Kinds; public sealed record NamedKind(string Kind) : Kinds;
        public sealed class IntConverter : JsonConverter<int>
        {
            public override int Read(ref System.Text.Json.Utf8JsonReader reader, Type type, System.Text.Json.JsonSerializerOptions options) => reader.GetInt32();
            public override void Write(System.Text.Json.Utf8JsonWriter writer, int value, System.Text.Json.JsonSerializerOptions options) => writer.WriteNumberValue(value);
        }
        [JsonDerivedType(typeof(ListOfSome), "list")] public interface ISome; public sealed class ListOfSome : List<int>, ISome;
        #pragma warning disable CS0693
        public sealed class Outer<T> { public sealed class Inner<T> { [JsonInclude] public T? Value { get; private set; } } }
        #pragma warning restore CS0693
        public sealed class OnlyWritten { public int Kept { get; set; } public int Lost { get; } = System.Environment.TickCount; }
        """;

    [Theory]
    [InlineData("Action")]
    [InlineData("Stream")]
    [InlineData("Task<int>")]
    [InlineData("Type")]
    [InlineData("Expression<Func<int>>")]
    [InlineData("Exception")]
    [InlineData("nint")]
    [InlineData("int[,]")]
    [InlineData("Dictionary<Item, string>")]
    [InlineData("IAsyncEnumerable<int>")]
    [InlineData("Endless<int>")]
    [InlineData("NoConstructor")]
    [InlineData("SeveralConstructors")]
    [InlineData("Unmatched")]
    [InlineData("Abstract")]
    [InlineData("IComparable")]
    [InlineData("System.Collections.ArrayList")]
    [InlineData("OnlyEnumerable")]
    [InlineData("Hidden")]
    [InlineData("ISome")]
    [InlineData("NeverNull")]
    [InlineData("PopulatingRecord")]
    [InlineData("NumberedText")]
    [InlineData("TextExtension")]
    [InlineData("PopulatedRecord")]
    [InlineData("PopulatedArray")]
    [InlineData("OtherConverter")]
    [InlineData("TwiceNamed")]
    [InlineData("CommaNamed")]
    [InlineData("Alike")]
    [InlineData("Kinds")]
    [InlineData("Outer<int>.Inner<string>")]
    [InlineData("SameNames")]
    [InlineData("Obsolete")]
    public async Task Component_that_reads_it_is_left_out_and_the_others_stay(string type)
    {
        var project = new ProjectUnderTest(Types + $$"""

            public sealed record Holder({{type}} Held);
            public static class Components
            {
                [Function] public static void Reads(Holder input) { }
                [Function] public static int Answer() => 42;
            }
            """).Build();

        Assert.Equal(["answer"], project.Catalog.Components.Select(static component => component.Name));
        Assert.Equal("42", await project.OutputAsync("function", "answer"));
    }

    [Fact]
    public void Data_that_a_replay_would_lose_has_no_step_metadata_but_may_be_an_output()
    {
        var project = new ProjectUnderTest(Types + """

            public static class Components
            {
                [Function] public static OnlyWritten Writes() => new();
                [Workflow] public static async Task Runs(WorkflowContext ctx) => await ctx.StepAsync("s", () => new Item("i"));
            }
            """);
        var stepped = project with { Sources = [project.Sources[0].Replace("new Item(\"i\")", "new OnlyWritten()", StringComparison.Ordinal).Replace("[Function]", "", StringComparison.Ordinal)] };

        Assert.Contains("Agnt5.Json.My_App_OnlyWritten.g.cs", project.Generate().Files.Keys);
        Assert.DoesNotContain("Agnt5.Json.My_App_OnlyWritten.g.cs", stepped.Generate().Files.Keys);
        stepped.Build();
    }

    [Theory]
    [InlineData("[JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)] public int Retries { get; set; } = 3;", false)]
    [InlineData("[JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] public string? Note { get; set; } = \"n\";", false)]
    [InlineData("[JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)] public int Retries { get; set; }", true)]
    public void Step_result_that_a_replay_would_give_another_default_has_no_metadata(string member, bool isReadBack)
    {
        var files = new ProjectUnderTest($$"""
            #nullable enable
            using System.Text.Json.Serialization;
            using System.Threading.Tasks;
            using Agnt5;
            namespace My.App;
            public sealed class Data { {{member}} }
            public static class Components
            {
                [Workflow] public static async Task Runs(WorkflowContext ctx) => await ctx.StepAsync("s", () => new Data());
            }
            """).Generate().Files;

        Assert.Equal(isReadBack, files.ContainsKey("Agnt5.Json.My_App_Data.g.cs"));
    }

    [Theory]
    [InlineData("public sealed class Data { public int Lost { get; } = System.Environment.TickCount; }", false)]
    [InlineData("public sealed class Data { [System.Text.Json.Serialization.JsonInclude] public int Lost { get; private set; } }", false)]
    [InlineData("public sealed class Data { public int Kept { get; set; } public int Computed => Kept + 1; }", true)]
    [InlineData("public readonly record struct Data(string Kept, int Also);", true)]
    public void Data_of_a_referenced_type_is_read_back_or_has_no_step_metadata(string type, bool isReadBack)
    {
        var library = new ProjectUnderTest("namespace Lib; " + type) { AssemblyName = "Lib", RootNamespace = "Lib" }.Build();
        var files = new ProjectUnderTest("""
            using System.Threading.Tasks;
            using Agnt5;
            public static class Components
            {
                [Workflow] public static async Task Runs(WorkflowContext ctx) => await ctx.StepAsync("s", () => default(Lib.Data)!);
            }
            """) { References = [library] }.Generate().Files;

        Assert.Equal(isReadBack, files.ContainsKey("Agnt5.Json.Lib_Data.g.cs"));
        if (type.Contains("record struct", StringComparison.Ordinal))
            Assert.Contains("new global::Lib.Data((string)arguments[0]", files["Agnt5.Json.Lib_Data.g.cs"], StringComparison.Ordinal);
    }
}
