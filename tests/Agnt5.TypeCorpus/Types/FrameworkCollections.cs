using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Collections.ObjectModel;

namespace Agnt5.TypeCorpus.Types;

public sealed record Shelf(
    HashSet<Priority> Set, Stack<Person> Stack, Queue<int>? Queue, ImmutableArray<string> Array, ImmutableArray<int>? MaybeArray, FrozenSet<string> Frozen,
    IReadOnlySet<Guid> ReadOnly, ImmutableDictionary<string, Stack<int>> Dictionary, ReadOnlyMemory<byte> Bytes);

public static class FrameworkCollectionComponents
{
    [Workflow] public static Task<HashSet<string>> HashSetOfText(WorkflowContext run, [Input] HashSet<string> value) => run.StepAsync("value", () => value);

    [Workflow] public static Task<SortedSet<int>> SortedSetOfInt(WorkflowContext run, [Input] SortedSet<int> value) => run.StepAsync("value", () => value);

    [Workflow] public static Task<ISet<Priority>> SetInterface(WorkflowContext run, [Input] ISet<Priority> value) => run.StepAsync("value", () => value);

    [Workflow] public static Task<IReadOnlySet<int>> ReadOnlySetInterface(WorkflowContext run, [Input] IReadOnlySet<int> value) => run.StepAsync("value", () => value);

    [Workflow] public static Task<LinkedList<Person>> LinkedListOfPeople(WorkflowContext run, [Input] LinkedList<Person> value) => run.StepAsync("value", () => value);

    [Workflow] public static Task<Queue<int>> QueueOfInt(WorkflowContext run, [Input] Queue<int> value) => run.StepAsync("value", () => value);

    [Workflow] public static Task<Stack<int>> StackOfInt(WorkflowContext run, [Input] Stack<int> value) => run.StepAsync("value", () => value);

    [Workflow] public static Task<Stack<Person>> StackOfPeople(WorkflowContext run, [Input] Stack<Person> value) => run.StepAsync("value", () => value);

    [Workflow] public static Task<ConcurrentQueue<int>> ConcurrentQueueOfInt(WorkflowContext run, [Input] ConcurrentQueue<int> value) => run.StepAsync("value", () => value);

    [Workflow] public static Task<ConcurrentStack<int>> ConcurrentStackOfInt(WorkflowContext run, [Input] ConcurrentStack<int> value) => run.StepAsync("value", () => value);

    [Workflow] public static Task<ObservableCollection<string>> ObservableOfText(WorkflowContext run, [Input] ObservableCollection<string> value) => run.StepAsync("value", () => value);

    [Workflow] public static Task<Collection<int>> CollectionOfInt(WorkflowContext run, [Input] Collection<int> value) => run.StepAsync("value", () => value);

    [Workflow] public static Task<ReadOnlyCollection<int>> ReadOnlyCollectionOfInt(WorkflowContext run, [Input] ReadOnlyCollection<int> value) => run.StepAsync("value", () => value);

    [Workflow] public static Task<ImmutableArray<int>> ImmutableArrayOfInt(WorkflowContext run, [Input] ImmutableArray<int> value) => run.StepAsync("value", () => value);

    [Workflow] public static Task<ImmutableList<Person>> ImmutableListOfPeople(WorkflowContext run, [Input] ImmutableList<Person> value) => run.StepAsync("value", () => value);

    [Workflow] public static Task<ImmutableHashSet<string>> ImmutableHashSetOfText(WorkflowContext run, [Input] ImmutableHashSet<string> value) => run.StepAsync("value", () => value);

    [Workflow] public static Task<ImmutableSortedSet<int>> ImmutableSortedSetOfInt(WorkflowContext run, [Input] ImmutableSortedSet<int> value) => run.StepAsync("value", () => value);

    [Workflow] public static Task<ImmutableQueue<int>> ImmutableQueueOfInt(WorkflowContext run, [Input] ImmutableQueue<int> value) => run.StepAsync("value", () => value);

    [Workflow] public static Task<ImmutableStack<int>> ImmutableStackOfInt(WorkflowContext run, [Input] ImmutableStack<int> value) => run.StepAsync("value", () => value);

    [Workflow] public static Task<IImmutableList<int>> ImmutableListInterface(WorkflowContext run, [Input] IImmutableList<int> value) => run.StepAsync("value", () => value);

    [Workflow] public static Task<IImmutableSet<int>> ImmutableSetInterface(WorkflowContext run, [Input] IImmutableSet<int> value) => run.StepAsync("value", () => value);

    [Workflow] public static Task<FrozenSet<int>> FrozenSetOfInt(WorkflowContext run, [Input] FrozenSet<int> value) => run.StepAsync("value", () => value);

    [Workflow] public static Task<Memory<int>> MemoryOfInt(WorkflowContext run, [Input] Memory<int> value) => run.StepAsync("value", () => value);

    [Workflow] public static Task<ReadOnlyMemory<int>> ReadOnlyMemoryOfInt(WorkflowContext run, [Input] ReadOnlyMemory<int> value) => run.StepAsync("value", () => value);

    [Workflow] public static Task<Memory<byte>> MemoryOfBytes(WorkflowContext run, [Input] Memory<byte> value) => run.StepAsync("value", () => value);

    [Workflow] public static Task<ReadOnlyMemory<byte>> ReadOnlyMemoryOfBytes(WorkflowContext run, [Input] ReadOnlyMemory<byte> value) => run.StepAsync("value", () => value);

    [Workflow] public static Task<List<Stack<string>>> ListOfStacks(WorkflowContext run, [Input] List<Stack<string>> value) => run.StepAsync("value", () => value);

    [Workflow] public static Task<SortedDictionary<string, int>> SortedDictionaryOfInt(WorkflowContext run, [Input] SortedDictionary<string, int> value) => run.StepAsync("value", () => value);

    [Workflow] public static Task<SortedList<string, int>> SortedListOfInt(WorkflowContext run, [Input] SortedList<string, int> value) => run.StepAsync("value", () => value);

    [Workflow] public static Task<ConcurrentDictionary<string, int>> ConcurrentDictionaryOfInt(WorkflowContext run, [Input] ConcurrentDictionary<string, int> value) =>
        run.StepAsync("value", () => value);

    [Workflow] public static Task<ReadOnlyDictionary<string, int>> ReadOnlyDictionaryClass(WorkflowContext run, [Input] ReadOnlyDictionary<string, int> value) => run.StepAsync("value", () => value);

    [Workflow] public static Task<ImmutableDictionary<string, Person>> ImmutableDictionaryOfPeople(WorkflowContext run, [Input] ImmutableDictionary<string, Person> value) =>
        run.StepAsync("value", () => value);

    [Workflow] public static Task<ImmutableSortedDictionary<string, int>> ImmutableSortedDictionaryOfInt(WorkflowContext run, [Input] ImmutableSortedDictionary<string, int> value) =>
        run.StepAsync("value", () => value);

    [Workflow] public static Task<IImmutableDictionary<string, int>> ImmutableDictionaryInterface(WorkflowContext run, [Input] IImmutableDictionary<string, int> value) =>
        run.StepAsync("value", () => value);

    [Workflow] public static Task<FrozenDictionary<string, int>> FrozenDictionaryOfInt(WorkflowContext run, [Input] FrozenDictionary<string, int> value) => run.StepAsync("value", () => value);

    [Workflow] public static Task<OrderedDictionary<string, int>> OrderedDictionaryOfInt(WorkflowContext run, [Input] OrderedDictionary<string, int> value) => run.StepAsync("value", () => value);

    [Workflow] public static Task<FrozenDictionary<string, FrozenSet<int>>> FrozenDictionaryOfSets(WorkflowContext run, [Input] FrozenDictionary<string, FrozenSet<int>> value) =>
        run.StepAsync("value", () => value);

    [Workflow] public static Task<Shelf> Shelf(WorkflowContext run, [Input] Shelf value) => run.StepAsync("value", () => value);
}
