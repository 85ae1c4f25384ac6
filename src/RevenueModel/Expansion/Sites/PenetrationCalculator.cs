using Ardalis.GuardClauses;
using RevenueModel.Primitives;

namespace RevenueModel.Expansion;

/// <summary>Compares penetration targets with the roll-out of accounts.</summary>
public static class PenetrationCalculator
{
    /// <summary>Compares the penetration target of one account with its roll-out.</summary>
    /// <param name="target">The target.</param>
    /// <param name="estate">The sites of the account.</param>
    /// <returns>The target and what the velocity of the account reaches.</returns>
    /// <exception cref="ArgumentException">The two are of different accounts.</exception>
    /// <example><code>
    /// SiteEstate estate = SiteEstate.Of(
    ///     "Acme Refining", coveredSites: 4, totalSites: 40, sitesPerYear: 4m, arrPerSite: 125_000m);
    /// var target = new PenetrationTarget { Account = "Acme Refining", Penetration = 0.5m, Months = 36 };
    /// PenetrationGap gap = PenetrationCalculator.Compare(target, estate);
    /// Console.WriteLine($"{gap.MissingSites} sites short"); // 4 sites short
    /// </code></example>
    public static PenetrationGap Compare(PenetrationTarget target, SiteEstate estate)
    {
        Guard.Against.Null(target);
        Guard.Against.Null(estate);
        return NameLookup.Same(target.Account, estate.Account)
            ? new PenetrationGap(target, estate)
            : throw new ArgumentException(
                $"estate was of \"{estate.Account}\"; the sites of {target.Account} are expected.", nameof(estate));
    }

    /// <summary>Compares the penetration targets of accounts with their roll-out.</summary>
    /// <param name="targets">The targets, each account once.</param>
    /// <param name="estates">The sites of the accounts, each account once; those without a target are
    /// excluded.</param>
    /// <returns>A line for each target, in the order of the targets.</returns>
    /// <exception cref="ArgumentException">An account occurs twice, or one with a target has no sites; the message
    /// names it.</exception>
    public static ValueList<PenetrationGap> Compare(
        ReadOnlySpan<PenetrationTarget> targets, ReadOnlySpan<SiteEstate> estates)
    {
        ValueList<PenetrationTarget> each = DomainGuards.RequireDistinct(
            ValueList.Create(targets), static target => target.Account, nameof(targets), "account");
        var known = new Dictionary<string, SiteEstate>(StringComparer.OrdinalIgnoreCase);
        foreach (SiteEstate estate in estates)
        {
            if (!known.TryAdd(Guard.Against.Null(estate, nameof(estates)).Account, estate))
            {
                throw new ArgumentException(
                    $"estates had \"{estate.Account}\" twice; each account once is expected.", nameof(estates));
            }
        }

        var gaps = new PenetrationGap[each.Count];
        for (int i = 0; i < gaps.Length; i++)
        {
            gaps[i] = known.TryGetValue(each[i].Account, out SiteEstate? estate)
                ? new PenetrationGap(each[i], estate)
                : throw new ArgumentException(
                    $"estates had no \"{each[i].Account}\"; the sites of each account with a target are expected.",
                    nameof(estates));
        }

        return ValueList.Own(gaps);
    }

    /// <inheritdoc cref="Compare(ReadOnlySpan{PenetrationTarget}, ReadOnlySpan{SiteEstate})"/>
    public static ValueList<PenetrationGap> Compare(
        IEnumerable<PenetrationTarget> targets, IEnumerable<SiteEstate> estates) =>
        Compare(targets.AsItems(), estates.AsItems());
}
