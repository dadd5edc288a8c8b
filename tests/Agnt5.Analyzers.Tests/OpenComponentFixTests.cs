using Agnt5.Analyzers.Tests.Verification;

namespace Agnt5.Analyzers.Tests;

/// <summary>AGT1001: a component becomes one that generated code can name.</summary>
public sealed class OpenComponentFixTests
{
    [Theory]
    [InlineData("private static void Ship() { }", "internal static void Ship() { }")]
    [InlineData("static void Ship() { }", "internal static void Ship() { }")]
    [InlineData("void Ship() { }", "internal void Ship() { }")]
    [InlineData("/* why */ async Task Ship() => await Task.Yield();", "/* why */ internal async Task Ship() => await Task.Yield();")]
    [InlineData("private protected void Ship() { }", "internal void Ship() { }")]
    [InlineData("protected void Ship() { }", "protected internal void Ship() { }")]
    public async Task A_method_becomes_internal_where_it_stands(string before, string after) =>
        await VerifyFix.ChangesAsync("AGT1001", Orders(before), Orders(after), "Make 'Ship' internal");

    [Fact]
    public async Task Types_around_the_method_and_in_its_signature_are_opened_too() =>
        await VerifyFix.ChangesAsync(
            "AGT1001",
            """
            public class Orders
            {
                private static class Inner
                {
                    [Function] private static Receipt Ship(List<Order> orders) => new(Kind.A);
                }

                private sealed record Order(string Id);

                private sealed record Receipt(Kind Kind);

                private enum Kind { A }

                private sealed class Other;
            }
            """,
            """
            public class Orders
            {
                internal static class Inner
                {
                    [Function] internal static Receipt Ship(List<Order> orders) => new(Kind.A);
                }

                internal sealed record Order(string Id);

                internal sealed record Receipt(Kind Kind);

                internal enum Kind { A }

                private sealed class Other;
            }
            """);

    [Fact]
    public async Task Fix_All_opens_methods_types_and_keys() =>
        await VerifyFix.ChangesAllAsync(
            "AGT1001",
            """
            public class Orders([Microsoft.Extensions.DependencyInjection.FromKeyedServices(Orders.Key.A)] IServiceProvider services)
            {
                [Function] private string Ship() => services.ToString()!;

                [Function] protected string Bill() => "";

                private enum Key { A }
            }

            file static class Local
            {
                [Function] public static void Ask() { }

                [Function("tell")] static void Tell() { }
            }
            """,
            """
            public class Orders([Microsoft.Extensions.DependencyInjection.FromKeyedServices(Orders.Key.A)] IServiceProvider services)
            {
                [Function] internal string Ship() => services.ToString()!;

                [Function] protected internal string Bill() => "";

                internal enum Key { A }
            }

            internal static class Local
            {
                [Function] public static void Ask() { }

                [Function("tell")] internal static void Tell() { }
            }
            """);

    [Theory]
    [InlineData("[Function] protected virtual void Ship() { }")]
    [InlineData("[Function] void IOrders.Ship() { }", ": IOrders")]
    [InlineData("[Function] partial void Ship(); partial void Ship() { }")]
    public async Task What_others_have_to_say_too_is_the_users_to_change(string member, string bases = "") =>
        await VerifyFix.OffersNothingAsync("AGT1001", $"public partial class Orders{bases} {{ {member} }} public interface IOrders {{ void Ship(); }}");

    private static string Orders(string member) => $$"""
        public class Orders
        {
            /// <summary>Ships.</summary>
            [Function]
            {{member}}
        }
        """;
}
