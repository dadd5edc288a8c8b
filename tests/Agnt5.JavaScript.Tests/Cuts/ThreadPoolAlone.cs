namespace Agnt5.JavaScript.Tests.Cuts;

/// <summary>Tests that play workflows in this process see by the thread pool when these rest, so no other test may use it.</summary>
[CollectionDefinition(nameof(ThreadPoolAlone), DisableParallelization = true)]
public sealed class ThreadPoolAlone;
