using RevenueModel.Pricing;
using RevenueModel.Primitives;

namespace RevenueModel.Packaging;

/// <summary>The first charge of a plan with several tiers, and the figures of each tier. Created for one
/// measurement.</summary>
internal sealed class TieredCharge
{
    private readonly PricePlan _plan;
    private readonly Charge? _charge;
    private readonly ChargeTerms _terms;
    private readonly ValueList<string> _meters;
    private readonly decimal[] _quantities; // of the current month
    private readonly decimal?[] _ends = [null];
    private readonly string[] _words = [];
    private readonly MarginFigures[] _figures;

    public TieredCharge(PricePlan plan)
    {
        _plan = plan;
        foreach (Charge charge in plan.Charges)
        {
            (decimal?[] ends, string[] words) = TiersOf(charge.Price);
            if (words.Length > 1)
            {
                _charge = charge;
                (_ends, _words) = (ends, words);
                break;
            }
        }

        _meters = _charge is null ? [] : ChargeTerms.MetersOf(_charge);
        _quantities = new decimal[_meters.Count];
        _terms = _charge is null ? default : new ChargeTerms(_charge, _meters.Count);
        _figures = new MarginFigures[Math.Max(_words.Length, 1)];
    }

    /// <summary>Returns the tier of a month, counted from zero.</summary>
    /// <param name="history">The usage.</param>
    /// <param name="month">The month, from zero. Months are passed in order.</param>
    /// <param name="carried">The allowance carried to the month. Set to the allowance carried to the next
    /// month.</param>
    public int TierIn(UsageHistory history, int month, ref decimal carried)
    {
        if (_charge is null)
        {
            return 0;
        }

        for (int i = 0; i < _quantities.Length; i++)
        {
            _quantities[i] = BillCalculator.Smoothed(
                history.Find(_meters[i])!.Quantities.AsSpan(), month, _plan.Terms.SmoothingPeriods);
        }

        if (_charge.Price is CapacityPrice capacity)
        {
            return capacity.IndexOf(_quantities);
        }

        NoSteps none = default;
        RatedCharge rated = _terms.Rate(ChargePeriod.Whole, new PeriodUsage(_quantities, []), carried, ref none);
        carried = _charge.Allowance.Rollover.Carry(rated.Unused);
        decimal free = _charge.Price is PackagePrice package ? package.FreeUnits : 0m;
        int tier = 0;
        while (rated.Billable - free > _ends[tier])
        {
            tier++;
        }

        return tier;
    }

    public void Add(int tier, MarginFigures figures) => _figures[tier] = _figures[tier].Add(figures);

    /// <summary>Returns the tiers that have months.</summary>
    public IEnumerable<TierMargin> Margins()
    {
        for (int tier = 0; tier < _figures.Length; tier++)
        {
            if (_figures[tier].Months > 0)
            {
                yield return _charge is null
                    ? new TierMargin(_plan, null, null, null, _figures[tier])
                    : new TierMargin(_plan, _charge.Name, tier + 1, _words[tier], _figures[tier]);
            }
        }
    }

    private static (decimal?[] Ends, string[] Words) TiersOf(PriceModel price) => price switch
    {
        TieredPrice tiered => (
            [.. tiered.Tiers.Select(tier => tier.End)], [.. tiered.Tiers.Select(tiered.WordsOf)]),
        PackagePrice package => (
            [.. package.Tiers.Select(tier => tier.End)], [.. package.Tiers.Select(tier => tier.ToString())]),
        CapacityPrice capacity => ([], [.. capacity.Tiers.Select(tier => tier.ToString())]),
        _ => ([], []),
    };
}
