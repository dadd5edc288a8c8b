using Agnt5.Analyzers.Tests.Verification;

namespace Agnt5.Analyzers.Tests;

/// <summary>AGT2009 and AGT2002: a type or converter is made internal.</summary>
public sealed class OpenTypeFixTests
{
    [Theory]
    [InlineData("private sealed record Hold(string Id);", "internal sealed record Hold(string Id);")]
    [InlineData("private protected sealed record Hold(string Id);", "internal sealed record Hold(string Id);")]
    [InlineData("protected record Hold(string Id);", "protected internal record Hold(string Id);")]
    [InlineData("/// <summary>Held.</summary>\n    sealed record Hold(string Id);", "/// <summary>Held.</summary>\n    internal sealed record Hold(string Id);")]
    [InlineData("// Held.\n    [Obsolete]\n    record Hold(string Id);", "// Held.\n    [Obsolete]\n    internal record Hold(string Id);")]
    public async Task A_nested_type_becomes_internal_where_it_stands(string before, string after) =>
        await VerifyFix.ChangesAsync("AGT2009", Orders(before), Orders(after));

    [Fact]
    public async Task A_file_local_type_becomes_internal() =>
        await VerifyFix.ChangesAsync(
            "AGT2009",
            """
            public static class Orders
            {
                public static Task Run(WorkflowContext context) => context.StepAsync("hold", () => new Hold(Level.Low));
            }

            // Kept for now.
            file sealed record Hold(Level Level);

            file enum Level { Low }
            """,
            """
            public static class Orders
            {
                public static Task Run(WorkflowContext context) => context.StepAsync("hold", () => new Hold(Level.Low));
            }

            // Kept for now.
            internal sealed record Hold(Level Level);

            internal enum Level { Low }
            """,
            "Make 'Hold' internal");

    [Fact]
    public async Task Types_around_it_and_types_that_it_shows_are_opened_too_and_no_others() =>
        await VerifyFix.ChangesAsync(
            "AGT2009",
            """
            public static class Orders
            {
                public static Task Run(WorkflowContext context) => context.StepAsync("hold", () => new List<Inner.Hold>());

                private static class Inner
                {
                    public sealed class Hold : Base<Kind>
                    {
                        public Part[] Parts { get; set; } = [];

                        private Hidden? Hidden { get; set; }

                        private interface ISeen;
                    }
                }

                private sealed record Part(Kind Kind);

                private abstract class Base<T>;

                private enum Kind { A }

                private sealed class Hidden;
            }
            """,
            """
            public static class Orders
            {
                public static Task Run(WorkflowContext context) => context.StepAsync("hold", () => new List<Inner.Hold>());

                internal static class Inner
                {
                    public sealed class Hold : Base<Kind>
                    {
                        public Part[] Parts { get; set; } = [];

                        private Hidden? Hidden { get; set; }

                        private interface ISeen;
                    }
                }

                internal sealed record Part(Kind Kind);

                internal abstract class Base<T>;

                internal enum Kind { A }

                private sealed class Hidden;
            }
            """);

    [Fact]
    public async Task Fix_All_opens_each_type_once_though_many_calls_name_it() =>
        await VerifyFix.ChangesAllAsync(
            "AGT2009",
            """
            public static class Orders
            {
                public static async Task Run(WorkflowContext context)
                {
                    await context.StepAsync("a", () => new Hold("a", []));
                    await context.StepAsync("b", () => new Hold("b", []));
                    await context.StepAsync("c", () => new Line(1));
                }

                private sealed record Hold(string Id, List<Line> Lines);

                private sealed record Line(int Count);
            }
            """,
            """
            public static class Orders
            {
                public static async Task Run(WorkflowContext context)
                {
                    await context.StepAsync("a", () => new Hold("a", []));
                    await context.StepAsync("b", () => new Hold("b", []));
                    await context.StepAsync("c", () => new Line(1));
                }

                internal sealed record Hold(string Id, List<Line> Lines);

                internal sealed record Line(int Count);
            }
            """);

    [Fact]
    public async Task A_private_converter_becomes_internal() =>
        await VerifyFix.ChangesAsync("AGT2002", Invoice("private"), Invoice("internal"), "Make 'Converter' internal");

    [Fact]
    public async Task An_anonymous_type_needs_a_name_that_only_the_user_knows() =>
        await VerifyFix.OffersNothingAsync(
            "AGT2009",
            """public static class Orders { public static Task Run(WorkflowContext context) => context.StepAsync("hold", () => new { Id = 1 }); }""");

    [Theory]
    [InlineData("System.Text.Json.Serialization.JsonConverter(typeof(Converter<>))", "class Converter<T> : Text<Invoice>")]
    [InlineData("System.Text.Json.Serialization.JsonConverter(typeof(Converter))", "class Converter(int digits) : Text<Invoice> { public int Digits => digits; }")]
    [InlineData("Own", "class OwnAttribute : System.Text.Json.Serialization.JsonConverterAttribute")]
    public async Task A_converter_that_cannot_be_constructed_is_the_users_to_change(string attribute, string converter) =>
        await VerifyFix.OffersNothingAsync("AGT2002", $$"""
            [{{attribute}}]
            public sealed record Invoice(decimal Total);

            public {{converter}}{{(converter.EndsWith('}') ? "" : ";")}}

            {{Text}}

            public static class Invoices { [Function] public static void Send(Invoice invoice) { } }
            """);

    private const string Text = """
        public abstract class Text<T> : System.Text.Json.Serialization.JsonConverter<T>
        {
            public override T Read(ref System.Text.Json.Utf8JsonReader reader, Type type, System.Text.Json.JsonSerializerOptions options) => default!;

            public override void Write(System.Text.Json.Utf8JsonWriter writer, T value, System.Text.Json.JsonSerializerOptions options) { }
        }
        """;

    private static string Orders(string type) => $$"""
        public class Orders
        {
            public static Task Run(WorkflowContext context) => context.StepAsync("hold", () => default(Hold));

            {{type}}
        }
        """;

    private static string Invoice(string accessibility) => $$"""
        [System.Text.Json.Serialization.JsonConverter(typeof(Converter))]
        public sealed record Invoice(decimal Total)
        {
            {{accessibility}} sealed class Converter : Text<Invoice>;
        }

        {{Text}}

        public static class Invoices { [Function] public static void Send(Invoice invoice) { } }
        """;
}
