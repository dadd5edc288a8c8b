namespace Agnt5.TypeCorpus.Types;

// No component names these, so nothing may be generated for them.
public sealed record NeverUsed(string Text, NeverUsedPart[] Parts);

public sealed record NeverUsedPart(int Number);
