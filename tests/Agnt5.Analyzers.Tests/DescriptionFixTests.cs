using Agnt5.Analyzers.Tests.Verification;

namespace Agnt5.Analyzers.Tests;

/// <summary>AGT1010 and AGT1011: a description is added where there is none, for the user to go on from.</summary>
public sealed class DescriptionFixTests
{
    [Theory]
    [InlineData("[Tool]\n    public void LookupOrderAsync() { }", "/// <summary>Lookup order.</summary>\n    [Tool]\n    public void LookupOrderAsync() { }")]
    [InlineData("[Tool] public void GetURL() { }", "/// <summary>Get url.</summary>\n    [Tool] public void GetURL() { }")]
    [InlineData("// Why.\n    [Tool]\n    public void Look() { }", "// Why.\n    /// <summary>Look.</summary>\n    [Tool]\n    public void Look() { }")]
    [InlineData(
        "/// <returns>It.</returns>\n    // Why.\n    [Tool]\n    public int Look() => 1;",
        "/// <summary>Look.</summary>\n    /// <returns>It.</returns>\n    // Why.\n    [Tool]\n    public int Look() => 1;")]
    public async Task A_tool_gets_a_summary_made_of_its_name(string before, string after) =>
        await VerifyFix.ChangesAsync("AGT1010", Orders(before), Orders(after), "Add a summary");

    [Theory]
    [InlineData("/// <summary></summary>\n    [Tool]\n    public void Look() { }")]
    [InlineData("/// <inheritdoc/>\n    [Tool]\n    public void Look() { }")]
    [InlineData("/** <returns>It.</returns> */\n    [Tool]\n    public int Look() => 1;")]
    [InlineData("[Tool(Description = \"\")]\n    public void Look() { }")]
    [InlineData("public void Look() { } [Tool]\n    public void Find() { }")]
    public async Task What_is_there_and_says_nothing_is_the_users_to_fill(string member) => await VerifyFix.OffersNothingAsync("AGT1010", Orders(member));

    [Fact]
    public async Task Fix_All_describes_every_tool() =>
        await VerifyFix.ChangesAllAsync(
            "AGT1010",
            "public static class Orders\n{\n    [Tool]\n    public static void Look() { }\n\n    [Tool]\n    public static void FindOrder() { }\n}\n",
            "public static class Orders\n{\n    /// <summary>Look.</summary>\n    [Tool]\n    public static void Look() "
                + "{ }\n\n    /// <summary>Find order.</summary>\n    [Tool]\n    public static void FindOrder() { }\n}\n");

    [Theory]
    [InlineData("[Tool]\n    public void Look(string orderId) { }", "/// <param name=\"orderId\">The order id.</param>\n    [Tool]\n    public void Look(string orderId) { }")]
    [InlineData(
        "/// <summary>Looks.</summary>\n    /// <returns>It.</returns>\n    [Tool]\n    public int Look(string id) => 1;",
        "/// <summary>Looks.</summary>\n    /// <param name=\"id\">The id.</param>\n    /// <returns>It.</returns>\n    [Tool]\n    public int Look(string id) => 1;")]
    [InlineData(
        "/// <summary>\n    /// Looks.\n    /// </summary>\n    [Tool]\n    public void Look(string id) { }",
        "/// <summary>\n    /// Looks.\n    /// </summary>\n    /// <param name=\"id\">The id.</param>\n    [Tool]\n    public void Look(string id) { }")]
    [InlineData(
        "/// <summary>Looks.</summary>\n    /// <param name=\"a\">\n    /// A.\n    /// </param>\n    /// <param name=\"c\">C.</param>\n    [Tool]\n    public void Look(int a, int b, int c) { }",
        "/// <summary>Looks.</summary>\n    /// <param name=\"a\">\n    /// A.\n    /// </param>\n    /// <param name=\"b\">The "
            + "b.</param>\n    /// <param name=\"c\">C.</param>\n    [Tool]\n    public void Look(int a, int b, int c) { }")]
    [InlineData(
        "/// <param name=\"b\">B.</param>\n    [Tool]\n    public void Look(int a, int b) { }",
        "/// <param name=\"a\">The a.</param>\n    /// <param name=\"b\">B.</param>\n    [Tool]\n    public void Look(int a, int b) { }")]
    public async Task A_parameter_gets_a_description_made_of_its_name_in_the_order_of_the_parameters(string before, string after) =>
        await VerifyFix.ChangesAsync("AGT1011", Orders(before), Orders(after), "Describe the parameter");

    [Theory]
    [InlineData("/// <param name=\"id\"></param>\n    [Tool]\n    public void Look(string id) { }")]
    [InlineData("[Tool]\n    public void Look([System.ComponentModel.Description(\"\")] string id) { }")]
    [InlineData("/** <summary>Looks.</summary> */\n    [Tool]\n    public void Look(string id) { }")]
    public async Task What_is_said_of_a_parameter_and_says_nothing_is_the_users_to_fill(string member) => await VerifyFix.OffersNothingAsync("AGT1011", Orders(member));

    [Fact]
    public async Task Fix_All_describes_every_parameter_once() =>
        await VerifyFix.ChangesAllAsync(
            "AGT1011",
            Orders("/// <summary>Looks.</summary>\n    [Tool]\n    public void Look(int c, int b, int a) { }\n\n    [Tool]\n    public void Find(int x, int y) { }"),
            Orders("/// <summary>Looks.</summary>\n    /// <param name=\"c\">The c.</param>\n    /// <param name=\"b\">The b.</param>\n    /// <param name=\"a\">The a.</param>\n    [Tool]\n    "
                + "public void Look(int c, int b, int a) { }\n\n    /// <param name=\"x\">The x.</param>\n  "
                + "  /// <param name=\"y\">The y.</param>\n    [Tool]\n    public void Find(int x, int y) { }"));

    private static string Orders(string member) => $$"""
        public class Orders
        {
            {{member}}
        }
        """;
}
