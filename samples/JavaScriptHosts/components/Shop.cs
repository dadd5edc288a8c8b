using Microsoft.Extensions.AI;
using Microsoft.Extensions.DependencyInjection;

namespace OrderComponents;

/// <summary>The services of the shop, the same in every host.</summary>
internal static class Shop
{
    public static IServiceCollection AddShop(this IServiceCollection services) => services
        .AddSingleton<IPriceList, PriceList>()
        .AddSingleton<IChatClient, ClerkModel>();
}
