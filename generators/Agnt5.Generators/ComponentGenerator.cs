using System.Collections.Immutable;
using System.Text;
using Agnt5.Generators.Emission;
using Agnt5.Generators.Models;
using Agnt5.Generators.Parsing;
using Agnt5.Generators.Schema;
using Agnt5.Shared;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace Agnt5.Generators;

/// <summary>
/// Turns the methods marked with <c>[Workflow]</c>, <c>[Function]</c>, <c>[Tool]</c> and <c>[Agent]</c> into a manifest, a dispatch table and the JSON metadata of
/// every type that crosses the wire, and gives agents without a body their loop. The analyzers report broken declarations, and everything else is still generated.
/// It reports only what they cannot: <see cref="GeneratorRules"/>.
/// </summary>
[Generator(LanguageNames.CSharp)]
public sealed class ComponentGenerator : IIncrementalGenerator
{
    /// <inheritdoc/>
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        var assembly = Assembly(context);
        var files = Files(context);
        var declared = files
            .Select(static (files, _) => AssemblyContents.Components(files.SelectMany(static file => file.Components)))
            .WithTrackingName(Stages.Declared);
        var components = declared
            .Select(static (set, _) => set.Files)
            .WithTrackingName(Stages.Components);
        var calls = files.Select(static (files, _) => files.SelectMany(static file => file.Calls).ToEquatableArray()).WithTrackingName(Stages.DurableCalls);
        var types = components.Combine(calls)
            .Select(static (source, _) => AssemblyContents.Types(source.Left, source.Right))
            .WithTrackingName(Stages.Types);
        var described = types.Combine(components.Combine(calls)
            .Combine(types)
            .Select(static (source, _) => AssemblyContents.Writers(source.Left.Left, source.Left.Right, source.Right))
            .WithTrackingName(Stages.Writers));
        var documentation = Documentation(context);
        var manifest = components
            .SelectMany(static (files, _) => files)
            .Combine(documentation)
            .Select(static (source, _) => AssemblyContents.Entry(source.Left.Model, source.Right))
            .WithTrackingName(Stages.ManifestEntries)
            .Collect()
            .Select(static (entries, _) => AssemblyContents.Manifest(entries))
            .WithTrackingName(Stages.Manifest);
        var answers = components.Combine(calls)
            .Combine(documentation)
            .Select(static (source, _) => AssemblyContents.Answers(source.Left.Left, source.Left.Right, source.Right))
            .WithTrackingName(Stages.Answers);
        var stubs = declared
            .Select(static (set, _) => set.Stubs)
            .Combine(documentation)
            .Select(static (source, _) => (Stubs: source.Left, Documentation: source.Left.Count == 0 ? default : source.Right))
            .WithTrackingName(Stages.Stubs);
        var referenced = context.CompilationProvider
            .Select(static (compilation, cancellationToken) => ReferencedStubs.Of(compilation, cancellationToken))
            .WithTrackingName(Stages.ReferencedStubs);
        var tested = stubs
            .Combine(referenced.Combine(documentation).Select(static (source, _) => (Stubs: source.Left, Documentation: source.Left.Count == 0 ? default : source.Right)))
            .WithTrackingName(Stages.TestStubs);
        var space = assembly
            .Select(static (model, _) => model?.Namespace ?? "")
            .WithTrackingName(Stages.Namespace);

        context.RegisterSourceOutput(context.CompilationProvider.Select(static (compilation, _) => OldLanguage.Of(compilation)), static (output, version) =>
        {
            if (version is null)
                return;
            output.ReportDiagnostic(Diagnostic.Create(GeneratorRules.OldLanguageVersion, Location.None, version));
            Add(output, "Agnt5.Components.g.cs", OldLanguageEmitter.Source);
        });
        context.RegisterSourceOutput(Untold(context, declared, calls, assembly), static (output, untold) =>
        {
            if (untold.Count > 0)
                output.ReportDiagnostic(GeneratorRules.Of(untold));
        });
        context.RegisterSourceOutput(components.SelectMany(static (files, _) => files).Combine(space), static (output, source) =>
            Add(output, source.Left.HintName, DescriptorEmitter.Emit(source.Left.Model, source.Right)));
        context.RegisterSourceOutput(AgentBodies(files), static (output, file) => Add(output, file.HintName, AgentBodyEmitter.Emit(file.Model)));
        context.RegisterSourceOutput(described.SelectMany(static (source, _) => AssemblyContents.Objects(source.Left, source.Right)).Combine(space), static (output, source) =>
            Add(output, source.Left.HintName, ObjectMetadataEmitter.Emit(source.Left.Model.Type, source.Left.Model.Writer, source.Right)));
        context.RegisterSourceOutput(described.Combine(assembly), static (output, source) =>
            Add(output, "Agnt5.JsonMetadata.g.cs", source.Right is { } model ? ResolverEmitter.Emit(source.Left.Left, source.Left.Right.Collections, model) : null));
        context.RegisterSourceOutput(answers.Combine(space), static (output, source) =>
            Add(output, "Agnt5.AnswerSchemas.g.cs", AnswerSchemasEmitter.Emit(source.Left, source.Right)));
        context.RegisterSourceOutput(stubs.Combine(assembly), static (output, source) =>
            Add(output, "Agnt5.Stubs.g.cs", source.Right is { } model ? StubsEmitter.Emit(source.Left.Stubs, new(source.Left.Documentation), model) : null));
        context.RegisterSourceOutput(tested.Combine(assembly), static (output, source) =>
        {
            var (own, referenced) = source.Left;
            var documentation = new Descriptions(own.Stubs.Count > 0 ? own.Documentation : referenced.Documentation);
            Add(output, "Agnt5.TestStubs.g.cs", source.Right is { } model ? TestStubsEmitter.Emit(own.Stubs, referenced.Stubs, documentation, model) : null);
        });
        context.RegisterSourceOutput(manifest.Combine(assembly), static (output, source) =>
        {
            if (source.Right is not { } model)
                return;
            Add(output, "Agnt5.Catalog.g.cs", CatalogEmitter.Emit(source.Left, model));
            Add(output, "Agnt5.MergedCatalog.g.cs", MergedCatalogEmitter.Emit(source.Left, model));
            Add(output, "Agnt5.Components.g.cs", ComponentsEmitter.Emit(model));
            Add(output, "Agnt5.Host.g.cs", HostMarkEmitter.Emit(model));
            Add(output, "Agnt5.ManifestDocument.g.cs", ManifestDocumentEmitter.Emit(source.Left, model));
        });
    }

    private static IncrementalValueProvider<AssemblyModel?> Assembly(IncrementalGeneratorInitializationContext context)
    {
        var rootNamespace = context.AnalyzerConfigOptionsProvider
            .Select(static (options, _) => options.GlobalOptions.TryGetValue("build_property.RootNamespace", out var name) ? name : null);
        return context.CompilationProvider
            .Combine(rootNamespace)
            .Select(static (source, _) => AssemblyParser.Parse(source.Left, source.Right))
            .WithTrackingName(Stages.Assembly);
    }

    private static IncrementalValueProvider<ImmutableArray<FileContents>> Files(IncrementalGeneratorInitializationContext context) => context.CompilationProvider
        .SelectMany(static (compilation, cancellationToken) => ProjectFiles.Read(compilation, cancellationToken))
        .WithTrackingName(Stages.Files)
        .Collect();

    // What is left out is rare, and the rest of this is for it alone.
    private static IncrementalValueProvider<EquatableArray<LeftOut>> Untold(
        IncrementalGeneratorInitializationContext context,
        IncrementalValueProvider<ComponentSet> declared,
        IncrementalValueProvider<EquatableArray<DurableCallModel>> calls,
        IncrementalValueProvider<AssemblyModel?> assembly)
    {
        var leftOut = declared.Combine(calls).Combine(assembly)
            .Select(static (source, _) => AssemblyContents.LeftOut(source.Left.Left, source.Left.Right, source.Right))
            .WithTrackingName(Stages.LeftOut);
        return leftOut
            .Combine(context.CompilationProvider)
            .Combine(context.AnalyzerConfigOptionsProvider)
            .Select(static (source, cancellationToken) => UntoldRules.Of(source.Left.Left, source.Left.Right, source.Right, cancellationToken))
            .WithTrackingName(Stages.Untold);
    }

    private static IncrementalValuesProvider<SourceFile<AgentBodyModel>> AgentBodies(IncrementalValueProvider<ImmutableArray<FileContents>> files) => files
        .SelectMany(static (files, _) => AssemblyContents.AgentBodies(files.SelectMany(static file => file.AgentBodies)))
        .WithTrackingName(Stages.AgentBodies);

    private static IncrementalValueProvider<EquatableArray<DocumentationFile>> Documentation(IncrementalGeneratorInitializationContext context) =>
        context.AdditionalTextsProvider
            .Combine(context.AnalyzerConfigOptionsProvider)
            .Select(static (source, _) => DocumentationFile.Of(source.Left, source.Right))
            .Collect()
            .Select(static (files, _) => files.OfType<DocumentationFile>().ToEquatableArray())
            .WithTrackingName(Stages.Documentation);

    private static void Add(SourceProductionContext output, string hintName, string? source)
    {
        if (source is not null)
            output.AddSource(hintName, SourceText.From(source, Encoding.UTF8));
    }
}
