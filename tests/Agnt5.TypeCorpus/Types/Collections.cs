namespace Agnt5.TypeCorpus.Types;

public sealed record Basket(string[] Names, List<Address> Addresses, IReadOnlyList<int?> Numbers, Dictionary<string, Priority> Priorities, List<string?>? Notes = null);

public static class CollectionComponents
{
    [Workflow] public static Task<int[]> Array(WorkflowContext run, [Input] int[] value) => run.StepAsync("value", () => value);

    [Workflow] public static Task<string[]> TextArray(WorkflowContext run, [Input] string[] value) => run.StepAsync("value", () => value);

    [Workflow] public static Task<string?[]> MaybeTextArray(WorkflowContext run, [Input] string?[] value) => run.StepAsync("value", () => value);

    [Workflow] public static Task<int[][]> Jagged(WorkflowContext run, [Input] int[][] value) => run.StepAsync("value", () => value);

    [Workflow] public static Task<int?[]?[]> MaybeJagged(WorkflowContext run, [Input] int?[]?[] value) => run.StepAsync("value", () => value);

    [Workflow] public static Task<List<int>> ListOfInt(WorkflowContext run, [Input] List<int> value) => run.StepAsync("value", () => value);

    [Workflow] public static Task<List<Person>> ListOfPeople(WorkflowContext run, [Input] List<Person> value) => run.StepAsync("value", () => value);

    [Workflow] public static Task<List<Person?>> ListOfMaybePeople(WorkflowContext run, [Input] List<Person?> value) => run.StepAsync("value", () => value);

    [Workflow] public static Task<List<List<string>>> ListOfLists(WorkflowContext run, [Input] List<List<string>> value) => run.StepAsync("value", () => value);

    [Workflow] public static Task<IEnumerable<int>> Enumerable(WorkflowContext run, [Input] IEnumerable<int> value) => run.StepAsync("value", () => value);

    [Workflow] public static Task<IList<Priority>> Interface(WorkflowContext run, [Input] IList<Priority> value) => run.StepAsync("value", () => value);

    [Workflow] public static Task<ICollection<decimal>> Collection(WorkflowContext run, [Input] ICollection<decimal> value) => run.StepAsync("value", () => value);

    [Workflow] public static Task<IReadOnlyList<Address>> ReadOnlyList(WorkflowContext run, [Input] IReadOnlyList<Address> value) => run.StepAsync("value", () => value);

    [Workflow] public static Task<IReadOnlyCollection<Guid>> ReadOnlyCollection(WorkflowContext run, [Input] IReadOnlyCollection<Guid> value) => run.StepAsync("value", () => value);

    [Workflow] public static Task<Dictionary<string, int>> DictionaryOfInt(WorkflowContext run, [Input] Dictionary<string, int> value) => run.StepAsync("value", () => value);

    [Workflow] public static Task<Dictionary<string, Person?>> DictionaryOfMaybePerson(WorkflowContext run, [Input] Dictionary<string, Person?> value) => run.StepAsync("value", () => value);

    [Workflow] public static Task<IDictionary<string, List<int>>> DictionaryInterface(WorkflowContext run, [Input] IDictionary<string, List<int>> value) => run.StepAsync("value", () => value);

    [Workflow] public static Task<IReadOnlyDictionary<string, string[]>> ReadOnlyDictionary(WorkflowContext run, [Input] IReadOnlyDictionary<string, string[]> value) =>
        run.StepAsync("value", () => value);

    [Workflow] public static Task<Dictionary<string, Dictionary<string, bool>>> DictionaryOfDictionaries(WorkflowContext run, [Input] Dictionary<string, Dictionary<string, bool>> value) =>
        run.StepAsync("value", () => value);

    [Workflow] public static Task<Dictionary<string, int>[]> ArrayOfDictionaries(WorkflowContext run, [Input] Dictionary<string, int>[] value) => run.StepAsync("value", () => value);

    [Workflow] public static Task<List<byte[]>> ListOfBytes(WorkflowContext run, [Input] List<byte[]> value) => run.StepAsync("value", () => value);

    [Workflow] public static Task<List<DateTimeOffset?>> ListOfDates(WorkflowContext run, [Input] List<DateTimeOffset?> value) => run.StepAsync("value", () => value);

    [Workflow] public static Task<Point[]> ArrayOfStructs(WorkflowContext run, [Input] Point[] value) => run.StepAsync("value", () => value);

    [Workflow] public static Task<List<Dictionary<string, int[][]>>> DeepCollection(WorkflowContext run, [Input] List<Dictionary<string, int[][]>> value) => run.StepAsync("value", () => value);

    [Workflow] public static Task<Basket> Basket(WorkflowContext run, [Input] Basket value) => run.StepAsync("value", () => value);
}
