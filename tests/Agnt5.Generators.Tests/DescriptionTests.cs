using System.Globalization;
using System.Text.Json.Nodes;
using Agnt5.Generators.Tests.Harness;

namespace Agnt5.Generators.Tests;

/// <summary>XML docs of the project's types and members reach the schema as plain text.</summary>
public sealed class DescriptionTests
{
    private static readonly Lazy<BuiltProject> Project = new(() => new ProjectUnderTest("""
        using System.Collections.Generic;
        using System.ComponentModel;
        using System.Text.Json.Serialization;
        namespace My.App;

        /* A remark < no documentation. */
        /// <remarks>The part that comes first says nothing.</remarks>
        public sealed partial class Split { public int First { get; set; } }
        /// <summary>The second part.</summary>
        public sealed partial class Split
        {
            /// <summary>Of the second part.</summary>
            public int Second { get; set; }
        }

        public static class Outer
        {
            /// <summary>A nested one.</summary>
            public sealed class Nested
            {
                /// <summary>Of a nested one.</summary>
                public int Own { get; set; }
            }
        }

        /// <summary>A box.</summary>
        public class Box<T>
        {
            /// <summary>What is inside.</summary>
            public virtual T? Content { get; set; }
        }

        /// <summary>A box of numbers.</summary>
        public sealed class Numbers : Box<int>;

        /// <inheritdoc/>
        public sealed class Texts : Box<string>, ICounted
        {
            /// <inheritdoc/>
            public override string? Content { get; set; }
            /// <inheritdoc/>
            public int Count { get; set; }
            /// <inheritdoc cref="Outer.Nested.Own"/>
            public int Borrowed { get; set; }
            /// <inheritdoc cref="ICounted"/>
            public int OfAType { get; set; }
            /// <inheritdoc cref="Texts.Round"/>
            public int Round { get; set; }
            /// <inheritdoc cref="Nowhere.AtAll"/>
            public int Lost { get; set; }
            /// <inheritdoc/><summary>Its own.</summary>
            public int Both { get; set; }
            /// <inheritdoc cref="ICounted.Count"/>
            [Description("Said.")] public int Said { get; set; }
        }

        /// <summary>Something counted.</summary>
        public interface ICounted
        {
            /// <summary>How many.</summary>
            int Count { get; set; }
        }

        /// <summary>A point.</summary>
        /// <param name="X">To the right.</param>
        /// <param name="Y">Up, <paramref name="X"/> apart.</param>
        public record Point(int X, int Y);
        /// <inheritdoc/>
        /// <param name="Z">To you.</param>
        public sealed record Point3(int X, int Y, int Z) : Point(X, Y);

        /// <summary>Made.</summary>
        /// <param name="id">What it is called.</param>
        public sealed class Made(string id) { public string Id { get; } = id; }

        public sealed class Constructed
        {
            /// <param name="size">In bytes.</param>
            /// <param name="name">Not this.</param>
            public Constructed(int size, string name) { Size = size; Name = name; }
            public int Size { get; }
            /// <summary>This.</summary>
            public string Name { get; }
        }

        /// <summary>The colour.</summary>
        public enum Colour { /** <summary>Of fire.</summary> */ Red }

        public sealed class Markup
        {
            /// <summary>See <see cref="Dictionary{TKey, TValue}.Add(TKey, TValue)"/>, <see cref="List{T}"/>, <see cref="Markup()"/>, <see langword="null"/>, <see href="https://x.y"/> and <see href="https://x.y">there</see>.</summary>
            public int See { get; set; }
            /// <summary>One<para>two</para>three<br/>four <list type="number"><listheader><term>t</term><description>d</description></listheader><item>five</item><item>six</item></list></summary>
            public int Blocks { get; set; }
            /// <summary>1 &lt; 2 &amp; <c>a</c>, <code>b = <![CDATA[<x>]]></code>&#x41;</summary>
            public int Entities { get; set; }
            /// <summary>1 < 2 &nbsp;</summary>
            public int Malformed { get; set; }
            /// <summary>   </summary>
            public int Blank { get; set; }
            public Colour Colour { get; set; }
        }

        public sealed class Fields
        {
            /// <summary>A field.</summary>
            [JsonInclude] public int Field;
            /// <summary>A pair.</summary>
            public (int Left, int Right) Pair { get; set; }
        }

        /// <summary>A shape.</summary>
        [JsonDerivedType(typeof(Circle), "circle")]
        public abstract class Shape;
        /// <summary>A round shape.</summary>
        public sealed class Circle : Shape;

        public sealed record All(Fields Fields, Shape Shape, Split Split, Outer.Nested Nested, Numbers Numbers, Texts Texts, Point Point, Point3 Point3, Made Made, Constructed Constructed, Markup Markup);

        public abstract class Base
        {
            /// <summary>Counts down.</summary>
            /// <param name="start">Where it begins.</param>
            public abstract void Count(int start);
        }

        public sealed class Components : Base
        {
            [Agnt5.Function("all")] public static void TakeAll(All all) { }
            /// <inheritdoc/>
            [Agnt5.Function("count")] public override void Count(int from) { }
        }
        """).Build());

    [Theory]
    [InlineData("split", "The second part.")]
    [InlineData("split/properties/second", "Of the second part.")]
    [InlineData("nested", "A nested one.")]
    [InlineData("nested/properties/own", "Of a nested one.")]
    [InlineData("numbers", "A box of numbers.")]
    [InlineData("numbers/properties/content", "What is inside.")]
    [InlineData("texts", "A box.")]
    [InlineData("texts/properties/content", "What is inside.")]
    [InlineData("texts/properties/count", "How many.")]
    [InlineData("texts/properties/borrowed", "Of a nested one.")]
    [InlineData("texts/properties/ofAType", "Something counted.")]
    [InlineData("texts/properties/round", null)]
    [InlineData("texts/properties/lost", null)]
    [InlineData("texts/properties/both", "Its own.")]
    [InlineData("texts/properties/said", "Said.")]
    [InlineData("point", "A point.")]
    [InlineData("point/properties/x", "To the right.")]
    [InlineData("point/properties/y", "Up, X apart.")]
    [InlineData("point3", "A point.")]
    [InlineData("point3/properties/x", "To the right.")]
    [InlineData("point3/properties/z", "To you.")]
    [InlineData("made/properties/id", "What it is called.")]
    [InlineData("constructed/properties/size", "In bytes.")]
    [InlineData("constructed/properties/name", "This.")]
    [InlineData("fields/properties/field", "A field.")]
    [InlineData("fields/properties/pair", "A pair.")]
    [InlineData("fields/properties/pair/properties/left", null)]
    [InlineData("shape", "A shape.")]
    [InlineData("shape/anyOf/0", "A round shape.")]
    [InlineData("markup/properties/colour", "The colour.")]
    [InlineData("markup/properties/see", "See Add, List, Markup, null, https://x.y and there.")]
    [InlineData("markup/properties/blocks", "One two three four t d five six")]
    [InlineData("markup/properties/entities", "1 < 2 & a, b = <x> A")]
    [InlineData("markup/properties/malformed", null)]
    [InlineData("markup/properties/blank", null)]
    public async Task A_type_or_member_is_described_by_its_comment(string path, string? expected)
    {
        var schema = (await Project.Value.ManifestAsync("all"))["input_schema"]!["properties"];
        var described = path.Split('/').Aggregate(schema, static (node, name) => node is JsonArray items ? items[int.Parse(name, CultureInfo.InvariantCulture)] : node?[name]);

        Assert.NotNull(described);
        Assert.Equal(expected, (string?)described["description"]);
    }

    [Fact]
    public async Task A_component_that_overrides_a_documented_method_is_described_by_that()
    {
        var entry = await Project.Value.ManifestAsync("count");

        Assert.Equal("Counts down.", (string?)entry["metadata"]!["description"]);
        Assert.Equal("Where it begins.", (string?)entry["input_schema"]!["properties"]!["from"]!["description"]);
    }
}
