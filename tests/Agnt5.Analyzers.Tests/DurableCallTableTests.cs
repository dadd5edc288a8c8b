using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using Agnt5.Analyzers.Durability;
using Agnt5.Analyzers.Tests.Verification;
using Agnt5.Shared;
using Microsoft.AspNetCore.Builder;

namespace Agnt5.Analyzers.Tests;

/// <summary>The table of durable calls and the contexts agree, so that no method of theirs is unknown to generator, analyzers or code fixes.</summary>
public sealed class DurableCallTableTests
{
    private static readonly ILookup<string, MethodInfo> Awaited = new[] { typeof(WorkflowContext), typeof(AgentContext) }
        .SelectMany(static context => context.GetMethods())
        .Where(static method => IsAwaited(method.ReturnType))
        .ToLookup(static method => method.Name, StringComparer.Ordinal);

    public static TheoryData<string> Durable => [.. DurableCallTable.All.Where(static spec => spec.IsDurable).Select(static spec => spec.Method)];

    [Fact]
    public void Every_method_of_a_context_that_is_awaited_has_a_row_and_every_row_has_a_method() => Assert.Equal(
        Awaited.Select(static overloads => overloads.Key).Order(StringComparer.Ordinal),
        DurableCallTable.All.Select(static spec => spec.Method).Order(StringComparer.Ordinal));

    [Fact]
    public void No_call_is_an_extension_of_a_context_since_a_row_is_found_by_a_member_of_one() => Assert.Empty(
        from type in typeof(WorkflowContext).Assembly.GetExportedTypes().Concat(typeof(Agnt5EndpointRouteBuilderExtensions).Assembly.GetExportedTypes())
        from method in type.GetMethods(BindingFlags.Public | BindingFlags.Static)
        where method.IsDefined(typeof(ExtensionAttribute)) && method.GetParameters()[0].ParameterType.IsAssignableTo(typeof(ComponentContext)) && IsAwaited(method.ReturnType)
        select $"{type.Name}.{method.Name}");

    [Fact]
    public void Every_delegate_that_a_context_takes_has_a_role_and_every_role_a_parameter() => Assert.Equal(
        Awaited.SelectMany(static overloads => overloads.SelectMany(Delegates).Distinct().Select(parameter => $"{overloads.Key}: {parameter}")).Order(StringComparer.Ordinal),
        DurableCallTable.All.SelectMany(static spec => spec.Delegates.Select(taken => $"{spec.Method}: {taken.Name}")).Order(StringComparer.Ordinal));

    [Fact]
    public void A_type_argument_crosses_the_wire_in_some_way_and_nothing_else_does() => Assert.Equal(
        Awaited.Where(static overloads => overloads.Any(static method => method.IsGenericMethod)).Select(static overloads => overloads.Key).Order(StringComparer.Ordinal),
        DurableCallTable.All.Where(static spec => spec.Json is not null).Select(static spec => spec.Method).Order(StringComparer.Ordinal));

    [Fact]
    public void The_page_of_the_rule_on_open_types_names_every_call_that_has_one()
    {
        var page = Repository.Read("docs", "rules", $"{RuleIds.OpenDurableType}.md");

        foreach (var spec in DurableCallTable.All)
            Assert.Equal(spec.Json is not null, page.Contains($"`{spec.Method}<T>`", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(typeof(WorkflowContext), "README.md")]
    [InlineData(typeof(WorkflowContext), "docs/workflows.md")]
    [InlineData(typeof(AgentContext), "docs/agents.md")]
    public void The_table_in_which_users_look_calls_up_has_every_call_of_the_context(Type context, string page)
    {
        var rows = Repository.Read(page.Split('/')).Split('\n').Where(static line => line.StartsWith("| `", StringComparison.Ordinal)).ToArray();
        var missing = Awaited.Where(overloads => overloads.Any(method => method.DeclaringType == context)).Select(static overloads => overloads.Key)
            .Where(method => !rows.Any(row => Regex.IsMatch(row.Split(" | ")[0], $@"`{method}\b")));

        Assert.True(!missing.Any(), $"{page} has no row for {string.Join(", ", missing)}.");
    }

    [Fact]
    public void What_makes_up_a_key_is_there_in_every_overload_and_is_text()
    {
        foreach (var spec in DurableCallTable.All)
            if (spec.Key is { } key)
                foreach (var method in Awaited[spec.Method])
                    foreach (var part in new[] { key.Name, key.Place, key.Owner })
                        Assert.True(part is null || Parameter(method, part)?.ParameterType == typeof(string), $"{method} has no text '{part}'.");
    }

    [Fact]
    public void Options_that_make_up_a_key_are_there_in_every_overload_with_their_members()
    {
        foreach (var spec in DurableCallTable.All)
            if (spec.Key?.Options is { } options)
                foreach (var method in Awaited[spec.Method])
                {
                    var type = Parameter(method, options.Parameter)?.ParameterType;
                    Assert.Equal($"Agnt5.{options.Type}", type?.FullName);
                    foreach (var member in new[] { options.Key, options.Session })
                        Assert.True(member is null || type!.GetProperty(member)?.PropertyType == typeof(string), $"{options.Type} has no text '{member}'.");
                }
    }

    [Fact]
    public void A_call_that_could_not_be_named_has_no_key()
    {
        foreach (var spec in DurableCallTable.All)
            Assert.True(spec.Key is null or { Name: not null } or { Options: not null }, $"Nothing names a {spec.Method}.");
    }

    [Theory]
    [MemberData(nameof(Durable))]
    public async Task A_misplaced_call_is_reported_under_its_own_name(string method)
    {
        var call = Awaited[method].First();
        var message = await Verify.MessageAsync($$"""
            public static class Desk
            {
                [Agent("support", Model = "anthropic/claude")]
                public static async Task<string> Talk(AgentContext ctx, string message)
                {
                    await ctx.StepAsync("outer", async () => { await ctx.{{method}}{{(call.IsGenericMethod ? "<int>" : "")}}({{Arguments(call)}}); });
                    return "";
                }
            }
            """);

        Assert.StartsWith($"'{method}' is called inside a step body in agent 'support': ", message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(DelegateFate.Step, Role.StepEntry)]
    [InlineData(DelegateFate.InStep, Role.InsideStep)]
    internal void A_delegate_that_a_step_runs_is_judged_as_the_body_of_one_only_if_it_is(DelegateFate fate, Role role) =>
        Assert.Equal(role, new DelegateFates(new CodeGraph(), scope: null).Of([new(fate)]));

    private static IEnumerable<string> Delegates(MethodInfo method) =>
        method.GetParameters().Where(static parameter => parameter.ParameterType.IsAssignableTo(typeof(Delegate))).Select(static parameter => parameter.Name!);

    private static ParameterInfo? Parameter(MethodInfo method, string name) => method.GetParameters().FirstOrDefault(parameter => parameter.Name == name);

    private static bool IsAwaited(Type type) =>
        type.GetMethod(nameof(Task.GetAwaiter)) is not null
        || type.GetInterfaces().Append(type).Any(static contract => contract.IsGenericType && contract.GetGenericTypeDefinition() == typeof(IAsyncEnumerable<>));

    private static string Arguments(MethodInfo method) =>
        string.Join(", ", method.GetParameters().Where(static parameter => !parameter.IsOptional).Select(static parameter => $"default({Text(parameter.ParameterType)})!"));

    private static string Text(Type type) => type switch
    {
        { IsGenericParameter: true } => "int",
        { IsGenericType: true } => $"{type.Namespace}.{type.Name.Split('`')[0]}<{string.Join(", ", type.GetGenericArguments().Select(Text))}>",
        _ => type.FullName!,
    };
}
