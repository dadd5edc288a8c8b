using Agnt5.Generators.Models;
using Agnt5.Generators.Schema;
using Agnt5.Generators.Writing;
using Agnt5.Shared;

namespace Agnt5.Generators;

/// <summary>Combines the results of all declarations of an assembly: each thing once, in an order that does not depend on the order of files.</summary>
internal static class AssemblyContents
{
    /// <summary>The components, one for each type and name. No two of them have tuples that differ only in the names of their elements.</summary>
    public static ComponentSet Components(IEnumerable<ParsedComponent> parsed)
    {
        var hintNames = new HintNames("Agnt5.Component");
        var tupleNames = new TupleNames();
        var leftOut = new List<LeftOut>();
        var files = new List<SourceFile<ComponentModel>>();
        var taken = new HashSet<(ComponentKind, string)>();
        foreach (var component in parsed.Select(static parsed => parsed.Component).OfType<ComponentModel>().OrderBy(static component => component.Identifier, StringComparer.Ordinal))
            if (!taken.Add((component.Kind, component.Name)))
                leftOut.Add(Of(component, RuleIds.DuplicateName));
            else if (tupleNames.Take(component.Types.Select(static type => WireTuple.Of(type)).OfType<WireTuple>()).Count > 0)
                leftOut.Add(Of(component, RuleIds.UnsupportedType));
            else
                files.Add(new(hintNames.Next(component.Identifier), component));
        leftOut.AddRange(parsed.Select(static parsed => parsed.LeftOut).OfType<LeftOut>());
        var kept = new HashSet<string>(files.Select(static file => file.Model.Identifier), StringComparer.Ordinal);
        var stubs = parsed.Select(static parsed => parsed.Stub).OfType<StubModel>().Where(stub => kept.Contains(stub.Identifier));
        return new(files.ToEquatableArray(), leftOut.Distinct().OrderBy(static left => left.Name, StringComparer.Ordinal).ToEquatableArray())
        {
            Stubs = stubs.OrderBy(static stub => stub.Identifier, StringComparer.Ordinal).ToEquatableArray(),
        };
    }

    /// <summary>The components and calls that are not generated.</summary>
    public static EquatableArray<LeftOut> LeftOut(ComponentSet declared, EquatableArray<DurableCallModel> calls, AssemblyModel? assembly) =>
        declared.LeftOut
            .Concat(calls.Select(static call => call.LeftOut).OfType<LeftOut>())
            .Concat(HiddenComponents(declared.Files, assembly))
            .ToEquatableArray();

    // Of components of one type and name, the first stays: the assembly's own.
    private static IEnumerable<LeftOut> HiddenComponents(EquatableArray<SourceFile<ComponentModel>> components, AssemblyModel? assembly)
    {
        if (assembly is not { HasReferencedComponents: true })
            yield break;
        var owners = components.ToDictionary(static file => (file.Model.Kind, file.Model.Name), static file => (string?)file.Model.Declaration);
        foreach (var reference in assembly.References)
            foreach (var component in reference.Components)
                if (owners.TryGetValue((component.Kind, component.Name), out var owner))
                    yield return new($"{component.Name} of {reference.AssemblyName}", new[] { new BrokenRule(RuleIds.DuplicateName, "", 0, 0) { Declaration = owner } }.ToEquatableArray());
                else
                    owners.Add((component.Kind, component.Name), null);
    }

    private static LeftOut Of(ComponentModel component, string rule) =>
        new($"{component.Method.ContainingType.Replace("global::", "")}.{component.Method.Name}", new[] { new BrokenRule(rule, "", 0, 0) { Declaration = component.Declaration } }.ToEquatableArray());

    /// <summary>The bodies of agents.</summary>
    public static EquatableArray<SourceFile<AgentBodyModel>> AgentBodies(IEnumerable<AgentBodyModel> bodies)
    {
        var hintNames = new HintNames(AgentBody.FilePrefix);
        return bodies
            .OrderBy(static body => body.Identifier, StringComparer.Ordinal)
            .Select(body => new SourceFile<AgentBodyModel>(hintNames.Next(body.Identifier), body))
            .ToEquatableArray();
    }

    /// <summary>The types of components and durable calls.</summary>
    public static EquatableArray<TypeModel> Types(EquatableArray<SourceFile<ComponentModel>> components, EquatableArray<DurableCallModel> calls)
    {
        // Types that others see come first, so that a step's tuple takes its names from them.
        return WithWhatObjectsMayHold(
            [
                .. InOrder(components.SelectMany(static component => component.Model.Types)),
                .. InOrder(calls.Where(static call => !call.IsStep).SelectMany(static call => call.Types)),
                .. InOrder(calls.Where(static call => call.IsStep).SelectMany(static call => call.Types)),
            ])
            .Where(static type => type.Metadata != MetadataKind.None)
            .GroupBy(static type => type.CSharpName, StringComparer.Ordinal)
            .OrderBy(static same => same.Key, StringComparer.Ordinal)
            .Select(static same => Merge(Different(same)))
            .ToEquatableArray();
    }

    // Equal models are mostly one object, and a model's hash takes longer than to compare the few of one name.
    private static List<TypeModel> Different(IEnumerable<TypeModel> same)
    {
        var different = new List<TypeModel>();
        foreach (var type in same)
            if (!different.Contains(type))
                different.Add(type);
        return different;
    }

    /// <summary>The types that have a separate file.</summary>
    public static EquatableArray<SourceFile<ObjectFileModel>> Objects(EquatableArray<TypeModel> types, WriterPlan plan)
    {
        var hintNames = new HintNames("Agnt5.Json");
        var writers = plan.Objects.ToDictionary(static writer => writer.CSharpName, StringComparer.Ordinal);
        return types.OfType<ObjectModel>().Select(FileOf).ToEquatableArray();

        SourceFile<ObjectFileModel> FileOf(ObjectModel type) =>
            new(hintNames.Next(type.Identifier), new(type, writers.TryGetValue(type.CSharpName, out var writer) ? writer : null));
    }

    /// <summary>The types that generated code writes itself.</summary>
    public static WriterPlan Writers(
        EquatableArray<SourceFile<ComponentModel>> components, EquatableArray<DurableCallModel> calls, EquatableArray<TypeModel> types) =>
        WriterPlanner.Plan(
            types,
            components
                .SelectMany(static component => new[] { component.Model.Output, component.Model.StreamedItem })
                .Concat(calls.Select(static call => call.Written))
                .OfType<TypeUse>());

    /// <summary>A component's entry in the manifest.</summary>
    /// <param name="documentation">The XML files of referenced assemblies.</param>
    public static ManifestEntry Entry(ComponentModel component, EquatableArray<DocumentationFile> documentation) =>
        new(component.Kind, component.Name, ManifestWriter.Write(component, new(documentation)), component.Identifier);

    /// <summary>The components' entries in the manifest's order.</summary>
    public static EquatableArray<ManifestEntry> Manifest(IEnumerable<ManifestEntry> entries) =>
        entries.OrderBy(static entry => entry, Comparer<ManifestEntry>.Create(ManifestEntry.Compare)).ToEquatableArray();

    /// <summary>The types that answers of models are read as, with their schemas.</summary>
    /// <param name="documentation">The XML files of referenced assemblies.</param>
    public static EquatableArray<AnswerModel> Answers(
        EquatableArray<SourceFile<ComponentModel>> components, EquatableArray<DurableCallModel> calls, IEnumerable<DocumentationFile> documentation)
    {
        var descriptions = new Descriptions(documentation);
        return components
            .Where(static component => component.Model.Agent is { ReadsResult: true })
            .Select(static component => (Type: component.Model.Output, component.Model.Types))
            .Concat(calls.Select(static call => (Type: call.Answer, call.Types)))
            .Where(static answer => answer.Type is not null)
            .GroupBy(static answer => answer.Type!.CSharpName, StringComparer.Ordinal)
            .OrderBy(static same => same.Key, StringComparer.Ordinal)
            // At run time they are one type. Code that does not expect null must not get it because other code does.
            .Select(static same => same.OrderBy(static answer => answer.Type!.IsNullable).ThenBy(static answer => answer.Type!.Key, StringComparer.Ordinal).First())
            .Select(answer => (answer.Type!.CSharpName, Schema: SchemaWriter.WriteAnswer(answer.Type, answer.Types, descriptions)))
            .Where(static answer => answer.Schema is not null)
            .Select(static answer => new AnswerModel(answer.CSharpName, answer.Schema!))
            .ToEquatableArray();
    }

    // A member of type object is written as its type at run time, so the metadata must include plain values.
    private static IEnumerable<TypeModel> WithWhatObjectsMayHold(IReadOnlyCollection<TypeModel> types) =>
        types.Any(static type => type.CSharpName == "object") ? types.Concat(ScalarTypes.All) : types;

    private static IEnumerable<TypeModel> InOrder(IEnumerable<TypeModel> types) => types.OrderBy(static type => type.Key, StringComparer.Ordinal);

    // At run time Box<string> and Box<string?> are one type with one metadata, which accepts the documents of both schemas.
    private static TypeModel Merge(IEnumerable<TypeModel> same)
    {
        var variants = same.OrderBy(static type => type.Metadata).ToArray();
        var objects = variants.OfType<ObjectModel>().ToArray();
        if (variants[0] is not ObjectModel first || objects.Length == 1)
            return variants[0];
        return first with { Members = first.Members.Select((member, index) => Merge(member, objects.Select(type => type.Members[index]))).ToEquatableArray() };
    }

    private static MemberModel Merge(MemberModel member, IEnumerable<MemberModel> variants) => member with
    {
        Type = member.Type with { IsNullable = variants.Any(static variant => variant.Type.IsNullable) },
        IsRequired = variants.All(static variant => variant.IsRequired),
        Limits = Merge(member.Limits, variants.Select(static variant => variant.Limits?.ItemsWithoutNull ?? 0).Aggregate(static (left, right) => left & right)),
    };

    private static LimitsModel? Merge(LimitsModel? limits, int itemsWithoutNull)
    {
        if (limits is null || limits.ItemsWithoutNull == itemsWithoutNull)
            return limits;
        var merged = limits with { ItemsWithoutNull = itemsWithoutNull };
        return merged == new LimitsModel() ? null : merged;
    }
}
