using Agnt5.Analyzers.Tests.Verification;

namespace Agnt5.Analyzers.Tests;

/// <summary>AGT1017: a service comes from the services.</summary>
public sealed class UnmarkedServiceFixTests
{
    [Theory]
    [InlineData("TimeProvider time", "[FromServices] TimeProvider time")]
    [InlineData("string id, IServiceProvider? services, CancellationToken token", "string id, [FromServices] IServiceProvider? services, CancellationToken token")]
    [InlineData("IPayments payments", "[FromServices] IPayments payments")]
    [InlineData("IEnumerable<IPayments> all", "[FromServices] IEnumerable<IPayments> all")]
    public async Task The_parameter_is_marked(string before, string after) => await VerifyFix.ChangesAsync("AGT1017", Orders(before), Orders(after), "Take it from the services");

    [Fact]
    public async Task The_attribute_of_the_SDK_is_named_in_full_where_another_has_its_name() => await VerifyFix.ChangesAsync(
        "AGT1017",
        "using Microsoft.AspNetCore.Mvc;\n\n" + Orders("TimeProvider time"),
        "using Microsoft.AspNetCore.Mvc;\n\n" + Orders("[Agnt5.FromServices] TimeProvider time"));

    [Fact]
    public async Task Fix_All_marks_what_is_a_service_and_leaves_what_may_be_data_to_the_user() => await VerifyFix.ChangesAllAsync(
        "AGT1017",
        Orders("TimeProvider time, IPayments payments, IServiceProvider services"),
        Orders("[FromServices] TimeProvider time, IPayments payments, [FromServices] IServiceProvider services"),
        left: 1);

    [Fact]
    public async Task A_request_of_the_web_server_is_no_service() => await VerifyFix.OffersNothingAsync("AGT1017", Orders("Microsoft.AspNetCore.Http.HttpContext http"));

    private static string Orders(string parameters) => $$"""
        public interface IPayments { void Charge(); }

        public static class Orders
        {
            [Function]
            public static void Ship({{parameters}}) { }
        }
        """;
}
