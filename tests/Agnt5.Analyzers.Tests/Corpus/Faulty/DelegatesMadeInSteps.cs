// Steps that make a delegate: what runs later makes its durable calls outside of the step.
public sealed record Booking(string Hotel, string Flight);

public interface IBookings
{
    Task<string> BookAsync(string what, CancellationToken cancellationToken);

    Task CancelAsync(string booking, CancellationToken cancellationToken);
}

public sealed class DelegatesMadeInSteps(IBookings bookings)
{
    /// <summary>Books, and keeps the way back in a variable.</summary>
    [Workflow]
    public async Task<string> BookWithWayBack(WorkflowContext ctx, Booking booking)
    {
        Func<Task>? undo = null;
        var hotel = await ctx.StepAsync("hotel", async ct =>
        {
            var booked = await bookings.BookAsync(booking.Hotel, ct);
            {|AGT4017:undo = () => ctx.StepAsync("cancel_hotel", inner => bookings.CancelAsync(booked, inner))|};
            return booked;
        });
        if (undo is not null)
            await undo();
        return hotel;
    }

    /// <summary>Books, and gives the way back to a helper.</summary>
    [Workflow]
    public async Task BookWithHelper(WorkflowContext ctx, Booking booking)
    {
        Func<Task> undo = () => Task.CompletedTask;
        await ctx.StepAsync("flight", async ct =>
        {
            var booked = await bookings.BookAsync(booking.Flight, ct);
            {|AGT4017:undo = () => ctx.StepAsync("cancel_flight", inner => bookings.CancelAsync(booked, inner))|};
        });
        await RunAsync(undo);
    }

    /// <summary>Books in a step that makes a delegate and does not run it.</summary>
    [Workflow]
    public Task<string> BookAndDescribe(WorkflowContext ctx, Booking booking) => ctx.StepAsync("describe", ct =>
    {
        Func<Task> later = () => ctx.StepAsync("later", inner => bookings.BookAsync(booking.Flight, inner));
        return bookings.BookAsync(later.ToString()!, ct);
    });

    /// <summary>Books in a step that runs its delegate, and in one that runs that of another step.</summary>
    [Workflow]
    public async Task BookInside(WorkflowContext ctx, Booking booking)
    {
        await ctx.StepAsync("inside", async ct =>
        {
            Func<Task> now = () => {|AGT4010:ctx.StepAsync("now", inner => bookings.BookAsync(booking.Hotel, inner))|};
            await now();
            await bookings.BookAsync(booking.Flight, ct);
        });
        await ctx.StepAsync("helped", async ct =>
        {
            Func<Task> now = () => {|AGT4010:ctx.StepAsync("helper", inner => bookings.BookAsync(booking.Hotel, inner))|};
            await RunAsync(now);
            await bookings.BookAsync(booking.Flight, ct);
        });
        Func<Task> undo = () => Task.CompletedTask;
        await ctx.StepAsync("first", async ct =>
        {
            var booked = await bookings.BookAsync(booking.Hotel, ct);
            {|AGT4017:undo = () => {|AGT4010:ctx.StepAsync("cancel", inner => bookings.CancelAsync(booked, inner))|}|};
        });
        await ctx.StepAsync("second", async ct =>
        {
            await bookings.BookAsync(booking.Flight, ct);
            await undo();
        });
    }

    private static async Task RunAsync(Func<Task> work) => await work();
}
