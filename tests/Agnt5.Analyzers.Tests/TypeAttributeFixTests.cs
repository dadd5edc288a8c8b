using Agnt5.Analyzers.Tests.Verification;

namespace Agnt5.Analyzers.Tests;

/// <summary>AGT2006, AGT2012, AGT2002 and AGT2013: attributes that declare a type's derived types, cover it by a context, or name its converter.</summary>
public sealed class TypeAttributeFixTests
{
    [Fact]
    public async Task Every_class_that_derives_is_declared_by_its_name() =>
        await VerifyFix.ChangesAsync(
            "AGT2006",
            """
            public static class Shapes { [Function] public static List<Shape> Draw() => []; }

            /// <summary>A shape.</summary>
            [Serializable]
            public abstract class Shape { public string Name { get; set; } = ""; }

            public abstract class Round : Shape;

            public sealed class HTTPCircle : Round;

            public sealed class Square : Shape;

            public sealed class Unrelated;
            """,
            """
            using System.Text.Json.Serialization;

            public static class Shapes { [Function] public static List<Shape> Draw() => []; }

            /// <summary>A shape.</summary>
            [Serializable]
            [JsonDerivedType(typeof(HTTPCircle), "httpCircle")]
            [JsonDerivedType(typeof(Square), "square")]
            public abstract class Shape { public string Name { get; set; } = ""; }

            public abstract class Round : Shape;

            public sealed class HTTPCircle : Round;

            public sealed class Square : Shape;

            public sealed class Unrelated;
            """,
            "Declare the derived types of 'Shape'");

    [Fact]
    public async Task Fix_All_declares_the_implementations_of_interfaces_once() =>
        await VerifyFix.ChangesAllAsync(
            "AGT2006",
            """
            using System.Text.Json.Serialization;

            namespace Shop;

            public static class Messages
            {
                [Function] public static IMessage First() => new Mail.Message("a");
                [Function] public static IMessage[] All() => [];
                [Function] public static Note? Note() => null;
            }

            public interface IMessage
            {
                string To { get; }
            }

            public static class Mail
            {
                public sealed record Message(string To) : IMessage;
            }

            public static class Phone
            {
                public sealed record Message(string To) : IMessage;
            }

            public abstract record Note;

            public sealed record Memo : Note;
            """,
            """
            using System.Text.Json.Serialization;

            namespace Shop;

            public static class Messages
            {
                [Function] public static IMessage First() => new Mail.Message("a");
                [Function] public static IMessage[] All() => [];
                [Function] public static Note? Note() => null;
            }

            [JsonDerivedType(typeof(Mail.Message), "Shop.Mail.Message")]
            [JsonDerivedType(typeof(Phone.Message), "Shop.Phone.Message")]
            public interface IMessage
            {
                string To { get; }
            }

            public static class Mail
            {
                public sealed record Message(string To) : IMessage;
            }

            public static class Phone
            {
                public sealed record Message(string To) : IMessage;
            }

            [JsonDerivedType(typeof(Memo), "memo")]
            public abstract record Note;

            public sealed record Memo : Note;
            """);

    [Theory]
    [InlineData("public abstract class Shape;")]
    [InlineData("public abstract class Shape; public sealed class Circle<T> : Shape;")]
    [InlineData("public abstract class Shape { private sealed class Circle : Shape; }")]
    [InlineData("public abstract class Shape; public sealed class Circle : Shape; file sealed class Square : Shape;")]
    public async Task Derived_types_that_are_missing_or_cannot_be_declared_are_the_users_to_see_to(string types) =>
        await VerifyFix.OffersNothingAsync("AGT2006", $"{types} public static class Shapes {{ [Function] public static Shape Draw() => null!; }}");

    [Fact]
    public async Task A_base_type_is_listed_in_the_context_that_covers_its_derived_type() =>
        await VerifyFix.ChangesAsync(
            "AGT2002", WithContext("[JsonSerializable(typeof(Circle))]"), WithContext("[JsonSerializable(typeof(Circle))]\n[JsonSerializable(typeof(Shape))]"), "List 'Shape' in 'ShopContext'");

    private static string WithContext(string listed) => $$"""
        using System.Text.Json;
        using System.Text.Json.Serialization;
        using System.Text.Json.Serialization.Metadata;

        {{listed}}
        public sealed partial class ShopContext(JsonSerializerOptions? options) : JsonSerializerContext(options)
        {
            protected override JsonSerializerOptions? GeneratedSerializerOptions => null;

            public override JsonTypeInfo? GetTypeInfo(Type type) => null;
        }

        [JsonDerivedType(typeof(Circle), "circle")]
        public class Shape;

        public sealed class Circle : Shape;

        public static class Shapes
        {
            [Function] public static Shape Draw() => new Circle();
        }
        """;

    [Fact]
    public async Task A_subtype_is_declared_beside_the_others() =>
        await VerifyFix.ChangesAllAsync(
            "AGT2012",
            """
            using System.Text.Json.Serialization;

            [JsonDerivedType(typeof(Card), "card")]
            public abstract record Payment;
            public sealed record Card : Payment;
            public sealed record GiftVoucher : Payment;

            public static class Payments { [Function] public static Payment Pay() => new Card(); }
            """,
            """
            using System.Text.Json.Serialization;

            [JsonDerivedType(typeof(Card), "card")]
            [JsonDerivedType(typeof(GiftVoucher), "giftVoucher")]
            public abstract record Payment;
            public sealed record Card : Payment;
            public sealed record GiftVoucher : Payment;

            public static class Payments { [Function] public static Payment Pay() => new Card(); }
            """);

    [Theory]
    [InlineData("1")]
    [InlineData("\"bank\"")]
    public async Task A_discriminator_that_only_the_author_can_choose_is_left_to_them(string discriminator) =>
        await VerifyFix.OffersNothingAsync(
            "AGT2012",
            $$"""
            using System.Text.Json.Serialization;

            [JsonDerivedType(typeof(Card), {{discriminator}})]
            public abstract record Payment;
            public sealed record Card : Payment;
            public sealed record Bank : Payment;

            public static class Payments { [Function] public static Payment Pay() => new Card(); }
            """);

    [Fact]
    public async Task A_converter_of_enums_names_the_enum() =>
        await VerifyFix.ChangesAllAsync(
            "AGT2013",
            """
            using System.Text.Json.Serialization;

            namespace Shop
            {
                [JsonConverter(typeof(JsonStringEnumConverter))]
                public enum Level { Low, High }

                public sealed record Order([property: JsonConverter(typeof(System.Text.Json.Serialization.JsonStringEnumConverter))] Level? Level)
                {
                    [JsonConverter(typeof(JsonStringEnumConverter))] public DayOfWeek Day { get; init; }
                }

                public static class Orders { [Function] public static Order Echo(Order order, Level level) => order; }
            }
            """,
            """
            using System.Text.Json.Serialization;

            namespace Shop
            {
                [JsonConverter(typeof(JsonStringEnumConverter<Level>))]
                public enum Level { Low, High }

                public sealed record Order([property: JsonConverter(typeof(System.Text.Json.Serialization.JsonStringEnumConverter<Level>))] Level? Level)
                {
                    [JsonConverter(typeof(JsonStringEnumConverter<DayOfWeek>))] public DayOfWeek Day { get; init; }
                }

                public static class Orders { [Function] public static Order Echo(Order order, Level level) => order; }
            }
            """);
}
