using Agnt5.Generators.Models;
using Agnt5.Shared;
using static Agnt5.Generators.Emission.GeneratedTypes;

namespace Agnt5.Generators.Emission;

/// <summary>Writes the check before a run that an event started: the filter of the trigger with the event's name.</summary>
internal static class FilterEmitter
{
    /// <summary>Whether a filter can refuse a run. If a trigger without a filter names the same event, every run continues.</summary>
    public static bool IsNeeded(ComponentModel component) => Filtered(component).Any();

    /// <summary>Writes the end of a refused run.</summary>
    public static void WriteQuestion(ComponentModel component, SourceWriter source)
    {
        source.Open("if (run.IsToBeFiltered && !Accepts(run))");
        source.Line("run.Refuse();");
        source.Line(component.Method.IsAwaited ? "return;" : $"return {CallTask}.CompletedTask;");
        source.Close();
        source.Line();
    }

    /// <summary>Writes the filters of the component's triggers.</summary>
    public static void WriteAccepts(ComponentModel component, SourceWriter source)
    {
        const string Head = $"private static bool Accepts({TriggeredCall} run) =>";
        source.Line();
        // If there is only one event, nothing else can have started the run.
        if (component.Triggers.Select(static trigger => trigger.EventName).Distinct().Count() == 1)
        {
            source.Line($"{Head} {Calls(component.Triggers)};");
            return;
        }

        source.Open($"{Head} run.EventName switch");
        foreach (var named in Filtered(component))
            source.Line($"{CSharpText.Literal(named.Key)} => {Calls(named)},");
        source.Line("_ => true,");
        source.Close("};");
    }

    private static IEnumerable<IGrouping<string, TriggerModel>> Filtered(ComponentModel component) =>
        component.Triggers.GroupBy(static trigger => trigger.EventName).Where(static named => named.All(static trigger => trigger.Filter is not null));

    private static string Calls(IEnumerable<TriggerModel> triggers) => string.Join(" || ", triggers.Select(static trigger => Call(trigger.Filter!)).Distinct());

    private static string Call(FilterModel filter)
    {
        var payload = filter.Argument.IsJson ? "run.ReadJson()" : "run.ReadInput(Types.Input)";
        var argument = filter.Argument.Form switch
        {
            FilterForm.Event => $"run.Event({payload})",
            FilterForm.Delivery => "run.Delivery()",
            FilterForm.DeliveryOf => $"run.Delivery({payload})",
            _ when filter.Cast is { } type => $"({type}){payload}",
            _ => payload,
        };
        return $"{filter.Method}({argument})";
    }
}
