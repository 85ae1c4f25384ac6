using RevenueModel.Primitives;

namespace RevenueModel.Organization;

/// <summary>The amount of the deals of an account, and their people in the positions of a buying group.</summary>
internal sealed class AccountChampions(BuyingGroup group)
{
    public BuyingPlacement Placement { get; } = new(group);

    public decimal Amount { get; private set; }

    public void Add(decimal? amount, StakeholderMap? map)
    {
        Amount = DomainGuards.Total(Amount, amount ?? 0m, "opportunities");
        if (map is not null)
        {
            Placement.Add(map, "maps");
        }
    }
}
