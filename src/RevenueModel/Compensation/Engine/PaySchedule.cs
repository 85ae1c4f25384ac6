using System.Runtime.InteropServices;
using NodaTime;
using RevenueModel.Primitives;

namespace RevenueModel.Compensation;

/// <summary>Splits earned pay into parts by vesting and by the release of invoices or cash.</summary>
/// <remarks>Parts are differences of rounded running totals. They sum to the whole, and a deal that is credited in two
/// steps has the same parts as a deal that is credited in one.</remarks>
internal sealed class PaySchedule(ReleaseSchedule releases, IReadOnlyList<PayEntry> earlier)
{
    private readonly Dictionary<AwardKey, Award> _awarded = [];
    private readonly Dictionary<string, List<PayEntry>> _ofDeals = new(StringComparer.Ordinal);
    private int _listed;

    public Payable[] Cut(PayEntry entry, CompPlan plan)
    {
        ref Award? award = ref CollectionsMarshal.GetValueRefOrAddDefault(
            _awarded, new AwardKey(plan.Id, entry.Item, plan.Vesting, plan.Rounding), out _);
        ReadOnlySpan<decimal> shares = plan.Vesting.Shares.AsSpan();
        award ??= new Award(shares.Length);
        Span<decimal> after = stackalloc decimal[shares.Length];
        award.Total += entry.Amount;
        if (!plan.Rounding.TryToMinorUnits(award.Total, out _))
        {
            throw TooMuch(entry, award.Total, "ledger");
        }

        AllocationCalculator.ByLargestRemainder(award.Total, shares, plan.Rounding, after);
        LocalDate awarded = AwardedOn(entry);
        entry.AwardedOn = awarded;
        List<Keyed<LocalDate, decimal>>? released = releases.Of(entry.Credit!, plan.PaymentTrigger);
        return released is null
            ? AtOnce(entry, plan, award, awarded, after)
            : AsReleased(entry, plan, award, awarded, after, released);
    }

    private static ArgumentException TooMuch(PayEntry entry, decimal total, string name) => new(
        Invariant($"Credit {entry.Credit}: pay on {entry.Item} comes to {total:#,0.##}; pay that fits 64 bits of the ")
            + "minor unit is expected.",
        name);

    private static Payable[] AtOnce(
        PayEntry entry, CompPlan plan, Award award, LocalDate awarded, ReadOnlySpan<decimal> after)
    {
        int count = 0;
        for (int tranche = 0; tranche < after.Length; tranche++)
        {
            count += after[tranche] != award.Parts[tranche] ? 1 : 0;
        }

        var payables = new Payable[count];
        int next = 0;
        for (int tranche = 0; tranche < after.Length; tranche++)
        {
            decimal amount = after[tranche] - award.Parts[tranche];
            award.Parts[tranche] = after[tranche];
            if (amount != 0m)
            {
                LocalDate vests = plan.Vesting.VestingDay(awarded, tranche);
                payables[next++] = new Payable(tranche, vests, entry.Date, amount);
            }
        }

        return payables;
    }

    private static Payable[] AsReleased(
        PayEntry entry,
        CompPlan plan,
        Award award,
        LocalDate awarded,
        ReadOnlySpan<decimal> after,
        List<Keyed<LocalDate, decimal>> released)
    {
        var payables = new List<Payable>(after.Length);
        for (int tranche = 0; tranche < after.Length; tranche++)
        {
            decimal amount = after[tranche] - award.Parts[tranche];
            award.Parts[tranche] = after[tranche];
            LocalDate vests = plan.Vesting.VestingDay(awarded, tranche);
            ref decimal ofDeal = ref CollectionsMarshal.GetValueRefOrAddDefault(
                award.Released, (entry.Deal!, tranche, entry.Credit!.Date), out _);
            decimal before = 0m;
            foreach ((LocalDate day, decimal share) in released)
            {
                decimal byNow = plan.Rounding.RoundWithoutNoise((ofDeal + amount) * share)
                    - plan.Rounding.RoundWithoutNoise(ofDeal * share);
                Add(payables, new Payable(tranche, vests, LocalDate.Max(day, entry.Date), byNow - before));
                before = byNow;
            }

            Add(payables, new Payable(tranche, vests, released: null, amount - before));
            ofDeal += amount;
        }

        return [.. payables];
    }

    // A reversal of pay vests on the schedule of the pay that it corrects: the pay of the same day, otherwise the
    // first pay of the deal. Pay that a gate releases later than the reversal is not corrected by it.
    private LocalDate AwardedOn(PayEntry entry)
    {
        if (entry.Amount >= 0m || entry.Deal is null)
        {
            return entry.Date;
        }

        LocalDate? first = null;
        foreach (PayEntry other in EarlierOf(entry.Deal))
        {
            if (other.Item == entry.Item && other.Amount > 0m && other.Date <= entry.Date)
            {
                if (other.Date == entry.Date)
                {
                    return entry.Date;
                }

                first = first is { } known ? LocalDate.Min(known, other.Date) : other.Date;
            }
        }

        return first ?? entry.Date;
    }

    // The pay of each deal so far, which is listed once something is taken back.
    private List<PayEntry> EarlierOf(string deal)
    {
        for (; _listed < earlier.Count; _listed++)
        {
            if (earlier[_listed].Deal is { } other)
            {
                ref List<PayEntry>? list = ref CollectionsMarshal.GetValueRefOrAddDefault(_ofDeals, other, out _);
                (list ??= []).Add(earlier[_listed]);
            }
        }

        return _ofDeals.TryGetValue(deal, out List<PayEntry>? entries) ? entries : [];
    }

    private static void Add(List<Payable> payables, Payable payable)
    {
        if (payable.Amount != 0m)
        {
            payables.Add(payable);
        }
    }

    // Versions of a plan have one identifier. Another schedule or another minor unit starts a new total.
    private readonly record struct AwardKey(
        string Plan, PayItem Item, VestingSchedule Vesting, RoundingPolicy Rounding);

    /// <summary>The total award of an item so far, and the parts in which it vests.</summary>
    private sealed class Award(int parts)
    {
        public decimal Total { get; set; }

        public decimal[] Parts { get; } = new decimal[parts];

        public Dictionary<(string Deal, int Tranche, LocalDate Day), decimal> Released { get; } = [];
    }
}
