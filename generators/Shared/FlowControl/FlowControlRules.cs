using Microsoft.CodeAnalysis;

namespace Agnt5.Shared;

/// <summary>The rules about triggers and policies for which AGNT5 would refuse the manifest.</summary>
internal static class FlowControlRules
{
    public static IEnumerable<ShapeProblem> Find(IMethodSymbol method, KnownSymbols known, CancellationToken cancellationToken)
    {
        return
        [
            .. ValueRangeRule.Find(method, known, cancellationToken),
            .. Find(RuleIds.BatchDeclared, BatchRule.Find),
            .. Find(RuleIds.KeyTwice, KeyTwiceRule.Find),
            .. Find(RuleIds.PriorityExpression, StaticPriorityRule.Find),
            .. Find(RuleIds.SingletonMode, SingletonModeRule.Find),
            .. Find(RuleIds.InvalidCron, CronRule.Find),
            .. TriggerRule.Find(method, known, cancellationToken),
            .. SkippedTriggerRule.Find(method, known, cancellationToken),
            .. KeyExpressionRule.Find(method, known, cancellationToken),
            .. ScheduledInputRule.Find(method, known, cancellationToken),
        ];

        IEnumerable<ShapeProblem> Find(string ruleId, Func<PolicyMark, IEnumerable<PolicyProblem>> find) =>
            PolicyRule.FindInComponent(method, ruleId, find, known, cancellationToken);
    }
}
