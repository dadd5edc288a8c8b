using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Agnt5.Analyzers.Durability;

// Texts of several items.
internal sealed partial class UnstableText
{
    private void ReadItems(IOperation value, IOperation? place, int depth)
    {
        value = WithoutBoxing(value);
        if (value is IArrayCreationOperation or ICollectionExpressionOperation)
        {
            foreach (var item in Items(value))
                ReadValue(item, format: null, Culture.OfProcess, place, depth);
            return;
        }

        if (CultureText.ItemOf(value.Type) is not { } type)
        {
            ReadValue(value, format: null, Culture.OfProcess, place, depth);
            return;
        }

        if (HashOrders.Of(value) is { } collection)
            _found.Add((place ?? value, $"the order of a '{Name(collection)}' may differ in each process: sort it first"));
        else if (CultureText.FindPrinted(type, format: null, Culture.OfProcess) is { } printed)
            _found.Add((place ?? value, OfCulture(type, printed)));
        else if (value is IInvocationOperation call)
            ReadLambdas(call, depth);
    }

    private static IEnumerable<IOperation> Items(IOperation value) => value switch
    {
        IArrayCreationOperation { Initializer: { } initializer } => initializer.ElementValues,
        ICollectionExpressionOperation collection => collection.Elements,
        _ => [],
    };
}
