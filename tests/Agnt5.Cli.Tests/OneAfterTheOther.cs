// Commands read the environment of the process, and tests set it.
[assembly: CollectionBehavior(DisableTestParallelization = true)]
