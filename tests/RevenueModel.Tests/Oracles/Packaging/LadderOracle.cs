using System.Numerics;
using RevenueModel.Packaging;
using RevenueModel.Pricing;
using RevenueModel.Tests.Numerics;
using RevenueModel.Tests.Generators;

namespace RevenueModel.Tests.Oracles.Packaging;

/// <summary>
/// Ladder design once more, written naively from the rules: every ladder is made, its fees are exact fractions, and
/// every month is billed under the plans of its tiers.
/// </summary>
internal sealed class LadderOracle
{
    private static readonly ExactFraction None = ExactFraction.Of(0m);
    private static readonly ExactFraction Half = ExactFraction.Of(0.5m);

    private readonly LadderCase _case;
    private readonly LadderConstraints _goal;
    private readonly decimal[] _levels;
    private readonly ExactFraction _today;

    public LadderOracle(LadderCase ladderCase)
    {
        _case = ladderCase;
        _goal = ladderCase.Goal;
        _levels = [.. ladderCase.Customers.Select(customer => LevelOf(customer.Usage))];
        _today = Sum(ladderCase.Customers.Select(TodayOf));
        int count = _goal.CandidateBoundaries + 1;
        do
        {
            count--;
            Candidates = CandidatesOf(count);
            Ladders = [.. LaddersOf(Candidates)];
        }
        while (Ladders.Count > _goal.MaxLadders && count > 1);
        foreach (decimal[] ladder in Ladders.OrderBy(ladder => ladder.Length))
        {
            Try(ladder);
        }
    }

    public decimal[] Candidates { get; }

    public List<decimal[]> Ladders { get; }

    public Dictionary<LadderRejection, int> Rejected { get; } = [];

    /// <summary>The ladder that is best, or else the one that comes nearest.</summary>
    public TierLadder? Ladder => _best?.Ladder ?? _nearest?.Ladder;

    public bool IsSatisfied => _best is not null;

    private Kept? _best;
    private Kept? _nearest;

    private void Try(decimal[] boundaries)
    {
        LadderCustomer[][] customers = TiersOf(boundaries);
        ExactFraction[] paid = [.. customers.Select(tier => Sum(tier.Select(TodayOf)))];
        if (paid[0] == None)
        {
            Reject(LadderRejection.TierRevenue);
            return;
        }

        if (FeesOf(customers, boundaries, paid) is not { } fees)
        {
            Reject(LadderRejection.FeeSteps);
            return;
        }

        TierLadder ladder = TierLadder.Of("calls", [
            .. boundaries.Select((included, tier) => LadderTier.UpTo(included, fees[tier])),
            LadderTier.Unlimited(fees[^1])]);
        decimal[][][] bills =
        [
            .. customers.Select((tier, index) => tier.Select(customer => BillsOf(ladder, index, customer)).ToArray()),
        ];
        ExactFraction[] revenues =
            [.. bills.Select(tier => Sum(tier.SelectMany(all => all).Select(ExactFraction.Of)))];
        ExactFraction off = Off(Sum(revenues), _today);
        ExactFraction tripled = TripledOf(customers, bills);
        ExactFraction[] offTiers =
            [.. revenues.Select((revenue, tier) => paid[tier] == None ? None : Off(revenue, paid[tier]))];
        bool isUndefined = paid.Contains(None);
        bool areTiersKept = !isUndefined && offTiers.All(tier => tier <= ExactFraction.Of(_goal.TierRevenueTolerance));
        (LadderRejection? broken, ExactFraction missOfLimits) = LimitsOf(ladder, customers, revenues);
        if (areTiersKept && off <= ExactFraction.Of(_goal.RevenueTolerance) && broken is null)
        {
            ExactFraction changes = Sum(bills.SelectMany(tier => tier).Select(ChangesOf));
            var kept = new Kept(ladder, changes / Sum(revenues), off);
            bool isBetter = _best is null || kept.Key < _best.Key
                || (kept.Key == _best.Key && ladder.Tiers.Count == _best.Ladder.Tiers.Count && kept.Off < _best.Off);
            if (isBetter && tripled > ExactFraction.Of(_goal.MaxTripledShare))
            {
                Reject(LadderRejection.Tripled);
                Approach(ladder, tripled - ExactFraction.Of(_goal.MaxTripledShare), off);
                return;
            }

            _best = isBetter ? kept : _best;
            return;
        }

        Reject(!areTiersKept ? LadderRejection.TierRevenue
            : off > ExactFraction.Of(_goal.RevenueTolerance) ? LadderRejection.Revenue
            : broken!.Value);
        ExactFraction miss = Max(missOfLimits, Max(off - ExactFraction.Of(_goal.RevenueTolerance), Max(
            offTiers.Aggregate(None, Max) - ExactFraction.Of(_goal.TierRevenueTolerance), None)));
        if (!isUndefined)
        {
            Approach(ladder, Max(miss, tripled - ExactFraction.Of(_goal.MaxTripledShare)), off);
        }
    }

    /// <summary>The first floor or limit that a ladder does not keep, and by how much it misses the one that it misses
    /// most.</summary>
    private (LadderRejection? Broken, ExactFraction Miss) LimitsOf(
        TierLadder ladder, LadderCustomer[][] customers, ExactFraction[] revenues)
    {
        var misses = new List<(LadderRejection Reason, ExactFraction Miss)>();
        ExactFraction[] costs = [.. customers.Select(tier => Sum(tier.SelectMany(one => one.Usage).Select(CostOf)))];
        if (_goal.Floors?.MinFeeToCost is { } multiple)
        {
            for (int tier = 0; tier < revenues.Length; tier++)
            {
                ExactFraction included = ladder.Tiers[tier].Included is { } units
                    ? CostOf(units)
                    : costs[tier] / ExactFraction.Of(customers[tier].Sum(customer => customer.Usage.Length));
                if (included > None)
                {
                    misses.Add((
                        LadderRejection.CostFloor,
                        ExactFraction.Of(multiple) - (ExactFraction.Of(ladder.Tiers[tier].Fee) / included)));
                }
            }
        }

        if (_goal.Floors?.MinTierMargin is { } ofTier)
        {
            misses.AddRange(revenues.Zip(costs).Select(tier => (
                LadderRejection.TierMargin, ExactFraction.Of(ofTier) - ((tier.First - tier.Second) / tier.First))));
        }

        if (_goal.Floors?.MinMargin is { } margin)
        {
            misses.Add(
                (LadderRejection.Margin, ExactFraction.Of(margin) - ((Sum(revenues) - Sum(costs)) / Sum(revenues))));
        }

        misses.Add((
            LadderRejection.CheapestTierLoss,
            ((Sum(revenues) - Sum(_case.Customers.Select(customer => CheapestOf(ladder, customer)))) / Sum(revenues))
                - ExactFraction.Of(_goal.MaxCheapestTierLoss)));
        return (
            misses.Where(one => one.Miss > None).Select(one => (LadderRejection?)one.Reason).FirstOrDefault(),
            misses.Select(one => one.Miss).Aggregate(None, Max));
    }

    private ExactFraction CostOf(decimal usage) =>
        _goal.Floors is not { } floors ? None
            : ExactFraction.Of(floors.Cost.FixedPerMonth) + Sum(floors.Cost.Meters.Select(
                meter => ExactFraction.Of(RatingCalculator.Amount(meter.Cost, usage))));

    /// <summary>Returns the amount that a customer pays in its cheapest tier. Every tier is tried.</summary>
    private static ExactFraction CheapestOf(TierLadder ladder, LadderCustomer customer) =>
        Enumerable.Range(0, ladder.Tiers.Count)
            .Select(tier => Sum(BillsOf(ladder, tier, customer).Select(ExactFraction.Of)))
            .Aggregate((least, other) => other < least ? other : least);

    private void Approach(TierLadder ladder, ExactFraction miss, ExactFraction off) =>
        _nearest = _nearest is null || miss < _nearest.Key ? new Kept(ladder, miss, off) : _nearest;

    private ExactFraction TripledOf(LadderCustomer[][] customers, decimal[][][] bills) =>
        ExactFraction.Of(customers.SelectMany(tier => tier).Zip(bills.SelectMany(tier => tier))
            .Count(one => one.Second.Sum() > 0m && one.Second.Sum() >= 3m * one.First.Bills.Sum()
                && one.Second.Sum() - one.First.Bills.Sum() >= _goal.MinTripledIncrease * one.Second.Length))
            / ExactFraction.Of(_case.Customers.Length);

    private decimal[]? FeesOf(LadderCustomer[][] customers, decimal[] boundaries, ExactFraction[] paid)
    {
        ExactFraction growth = ExactFraction.Of(_goal.MaxBillGrowth);
        var fees = new ExactFraction[paid.Length];
        ExactFraction revenue = None;
        for (int tier = 0; tier < fees.Length; tier++)
        {
            int months = customers[tier].Sum(customer => customer.Usage.Length);
            fees[tier] = paid[tier] / ExactFraction.Of(months);
            if (tier > 0)
            {
                fees[tier] = Max(fees[tier], fees[tier - 1]);
                fees[tier] = fees[tier] > fees[tier - 1] * growth ? fees[tier - 1] * growth : fees[tier];
            }
        }

        for (int tier = 0; tier < fees.Length; tier++)
        {
            foreach (decimal month in customers[tier].SelectMany(customer => customer.Usage))
            {
                bool isAbove = tier < boundaries.Length && month > boundaries[tier];
                revenue += fees[isAbove ? tier + 1 : tier];
            }
        }

        var rounded = new decimal[fees.Length];
        for (int tier = fees.Length - 1; tier >= 0; tier--)
        {
            rounded[tier] = Round(fees[tier] * _today / revenue, _goal.FeeDigits, Half);
            if (tier == fees.Length - 1)
            {
                continue;
            }

            decimal next = rounded[tier + 1];
            if (rounded[tier] >= next)
            {
                rounded[tier] = Before(next);
            }

            if (rounded[tier] * _goal.MaxBillGrowth < next)
            {
                rounded[tier] = Round(ExactFraction.Of(next) / growth, _goal.FeeDigits, None);
            }

            if (rounded[tier] >= next)
            {
                return null;
            }
        }

        return rounded;
    }

    private IEnumerable<decimal[]> LaddersOf(decimal[] candidates)
    {
        IEnumerable<decimal[]> ladders = Enumerable.Range(0, 1 << candidates.Length)
            .Select(set => candidates.Where((_, index) => (set & (1 << index)) != 0).ToArray())
            .Where(ladder => _goal.Tiers.Contains(ladder.Length + 1))
            .Where(ladder => ladder.Zip(ladder.Skip(1)).All(pair => pair.Second >= pair.First * _goal.UsageGrowth))
            .Where(ladder => TiersOf(ladder).All(tier => tier.Length >= _goal.MinCustomersPerTier));
        return ladders.OrderBy(ladder => ladder.Length)
            .ThenBy(ladder => ladder, Comparer<decimal[]>.Create(CompareInOrder));
    }

    private static int CompareInOrder(decimal[] left, decimal[] right) =>
        left.Zip(right).Select(pair => pair.First.CompareTo(pair.Second)).FirstOrDefault(order => order != 0);

    private decimal[] CandidatesOf(int count) =>
        [.. EndsOf(count - (count / 2), TodayOf).Concat(EndsOf(count / 2, _ => ExactFraction.Of(1m)))
            .Where(level => level > 0m)
            .Select(level => Round(ExactFraction.Of(level), _goal.BoundaryDigits, None))
            .Distinct()
            .Order()];

    private IEnumerable<decimal> EndsOf(int count, Func<LadderCustomer, ExactFraction> weight) =>
        Enumerable.Range(1, count)
            .Select(share => _levels.Distinct().Order().First(level =>
                Sum(_case.Customers.Where((_, at) => _levels[at] <= level).Select(weight))
                * ExactFraction.Of(count + 1)
                    >= Sum(_case.Customers.Select(weight)) * ExactFraction.Of(share)));

    private LadderCustomer[][] TiersOf(decimal[] boundaries) =>
        [.. Enumerable.Range(0, boundaries.Length + 1).Select(tier => _case.Customers
            .Where((_, at) => boundaries.TakeWhile(boundary => _levels[at] > boundary).Count() == tier)
            .ToArray())];

    private decimal LevelOf(decimal[] usage) =>
        usage.Order().First(level => usage.Count(month => month <= level) >= usage.Length * _goal.CommitQuantile);

    private static decimal[] BillsOf(TierLadder ladder, int tier, LadderCustomer customer) =>
        [.. customer.Usage.Select(month => BillCalculator.Amount(ladder.ToPlan(tier), month))];

    private static ExactFraction ChangesOf(decimal[] bills) =>
        Sum(bills.Zip(bills.Skip(1)).Select(pair => ExactFraction.Of(Math.Abs(pair.Second - pair.First))));

    private static ExactFraction TodayOf(LadderCustomer customer) => Sum(customer.Bills.Select(ExactFraction.Of));

    private static ExactFraction Sum(IEnumerable<ExactFraction> values) =>
        values.Aggregate(None, (sum, value) => sum + value);

    private static ExactFraction Max(ExactFraction one, ExactFraction other) => one > other ? one : other;

    private static ExactFraction Off(ExactFraction value, ExactFraction from) =>
        Max(value - from, from - value) / from;

    private void Reject(LadderRejection reason) => Rejected[reason] = Rejected.GetValueOrDefault(reason) + 1;

    // The largest number of so many digits that is not above the value less its share, or one more where there is a
    // rest: with a half it rounds to the nearest, with nothing up.
    private static decimal Round(ExactFraction value, int digits, ExactFraction half)
    {
        int exponent = 0;
        while (value >= Power(exponent + 1))
        {
            exponent++;
        }

        while (value < Power(exponent))
        {
            exponent--;
        }

        ExactFraction units = value / Power(exponent - digits + 1);
        BigInteger whole = BigInteger.Divide(units.Numerator, units.Denominator);
        ExactFraction rest = units - ExactFraction.Of(whole, 1);
        bool isUp = half == None ? rest > None : rest >= half;
        return ToDecimal(ExactFraction.Of(isUp ? whole + 1 : whole, 1) * Power(exponent - digits + 1));
    }

    private decimal Before(decimal rounded)
    {
        decimal below = rounded * 0.999_999_999_99m;
        ExactFraction value = ExactFraction.Of(below);
        decimal up = Round(value, _goal.FeeDigits, None);
        decimal nearest = Round(value, _goal.FeeDigits, ExactFraction.Of(2m)); // a rest never reaches two: down
        return up < rounded ? up : nearest;
    }

    private static ExactFraction Power(int exponent) => exponent >= 0
        ? ExactFraction.Of(BigInteger.Pow(10, exponent), 1)
        : ExactFraction.Of(1, BigInteger.Pow(10, -exponent));

    private static decimal ToDecimal(ExactFraction value) => (decimal)value.Numerator / (decimal)value.Denominator;

    private sealed record Kept(TierLadder Ladder, ExactFraction Key, ExactFraction Off);
}
