// Several different signals, one after the other (after samples of Restate).
using Microsoft.Extensions.Logging;

public sealed record Meal(string Restaurant, string Dish, string Address, DateTimeOffset ReadyBy);

public sealed record KitchenDone(string Cook);

public sealed record DriverArrived(string Driver);

public interface IKitchen
{
    Task CookAsync(string restaurant, string dish, string orderId, CancellationToken cancellationToken);
}

public interface IDrivers
{
    Task<string> FindAsync(string address, CancellationToken cancellationToken);
}

public sealed class FoodDelivery(IKitchen kitchen, IDrivers drivers)
{
    /// <summary>Has a meal cooked in time and brought to the door.</summary>
    [Workflow("deliver_food")]
    [Idempotency(TtlMs = 3_600_000)]
    public async Task<string> RunAsync(WorkflowContext ctx, Meal meal)
    {
        var orderId = ctx.NewGuid();
        await ctx.SleepUntilAsync(meal.ReadyBy - TimeSpan.FromMinutes(40), "kitchen_starts");
        await ctx.StepAsync("cook", ct => kitchen.CookAsync(meal.Restaurant, meal.Dish, orderId.ToString(), ct));

        var driver = ctx.StepAsync("find_driver", ct => drivers.FindAsync(meal.Address, ct));
        var cooked = await ctx.WaitForSignalAsync<KitchenDone>("kitchen.done");
        var name = await driver;
        var arrived = await ctx.WaitForSignalAsync<DriverArrived>("driver.arrived");

        ctx.Logger.LogInformation("{Cook} cooked, {Driver} drove", cooked.Cook, arrived.Driver);
        return arrived.Driver == name ? "delivered" : "delivered by another driver";
    }
}
