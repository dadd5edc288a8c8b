using Agnt5.Analyzers.Tests.Verification;
using Microsoft.CodeAnalysis;

namespace Agnt5.Analyzers.Tests;

/// <summary>A mistake in a policy that many components have is told once, where it can be corrected.</summary>
public sealed class SharedPolicyTests
{
    [Fact]
    public async Task A_default_of_the_assembly_is_told_there_however_many_components_have_it() =>
        await Verify.FindsAsync("""
            [assembly: Throttle({|AGT3002:0|}, PeriodMs = 1), {|AGT3002:RateLimit(1)|}]
            [assembly: Retries(3)]

            public static class Orders
            {
                [Workflow]
                public static void Ship() { }

                [Function]
                public static void Bill() { }

                /// <summary>Looks.</summary>
                [Tool]
                public static void Look() { }
            }
            """);

    [Fact]
    public async Task What_an_attribute_class_of_a_referenced_assembly_carries_is_told_where_it_is_worn() =>
        await Verify.FindsAsync(
            """
            [{|AGT3002:Hasty|}]
            public sealed class OwnAttribute : Attribute;

            public static class Orders
            {
                [Workflow, {|AGT3002:Hasty|}]
                public static void Ship() { }

                [Function, Own]
                public static void Bill() { }

                [Function, Hasty, Retries(1)]
                public static void Replace() { }
            }
            """,
            Library());

    [Theory]
    [InlineData("[Retries(0)] public sealed class OwnAttribute : Attribute;", "'OwnAttribute' sets maxAttempts to 0: it must be from 1 to 100")]
    [InlineData("[assembly: Retries(0)]", "'App' sets maxAttempts to 0: it must be from 1 to 100")]
    [InlineData("[assembly: Hasty]", "'App' wears [Hasty], which sets maxAttempts to 0: it must be from 1 to 100")]
    [InlineData(
        "public static class Orders { [Workflow, Hasty] public static void Ship() { } }",
        "'Orders.Ship' wears [Hasty], which sets maxAttempts to 0: it must be from 1 to 100")]
    public async Task The_message_names_the_declaration_to_change(string source, string message) =>
        Assert.Equal(message, await Verify.MessageAsync(source, Library()));

    private static PortableExecutableReference Library()
    {
        using var image = new MemoryStream();
        Assert.True(CompilerRun.Compile("[Retries(0)] public sealed class HastyAttribute : Attribute;", "Shared").Emit(image).Success);
        return MetadataReference.CreateFromImage(image.ToArray());
    }
}
