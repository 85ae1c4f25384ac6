using System.Runtime.InteropServices;
using NodaTime;
using RevenueModel.Primitives;

namespace RevenueModel.Compensation;

/// <summary>Cuts earned pay into the parts that vest and that invoices or cash release.</summary>
/// <remarks>Parts are differences of rounded running totals, so that they sum to what they are parts of, and a deal that is
/// credited in two steps is paid as one that is credited in one.</remarks>
internal sealed class PaySchedule(ReleaseSchedule releaseBook)
{
    private readonly Dictionary<(int Assignment, PayItem Item), Award> _awarded = [];
    private readonly Dictionary<
        (int Assignment, PayItem Item, string Deal, int Tranche, LocalDate Day), decimal> _ofDeal = [];
    private readonly Dictionary<(int Assignment, PayItem Item, string Deal), LocalDate> _firstOfDeal = [];

    public Payable[] Cut(PayEntry entry, CompPlan plan)
    {
        ref Award? award = ref CollectionsMarshal.GetValueRefOrAddDefault(
            _awarded, (entry.Assignment, entry.Item), out _);
        ReadOnlySpan<decimal> shares = plan.Vesting.Shares.AsSpan();
        award ??= new Award(shares.Length);
        List<Keyed<LocalDate, decimal>>? releases = releaseBook.Of(entry.Working.Credit!, plan.PaymentTrigger);
        var payables = new List<Payable>(shares.Length);
        Span<decimal> after = stackalloc decimal[shares.Length];
        award.Total += entry.Amount;
        if (!plan.Rounding.TryToMinorUnits(award.Total, out _))
        {
            throw TooMuch(entry, award.Total, "ledger");
        }

        AllocationCalculator.ByLargestRemainder(award.Total, shares, plan.Rounding, after);
        LocalDate awarded = AwardedOn(entry);
        for (int tranche = 0; tranche < shares.Length; tranche++)
        {
            decimal amount = after[tranche] - award.Parts[tranche];
            award.Parts[tranche] = after[tranche];
            LocalDate vests = plan.Vesting.VestingDay(awarded, tranche);
            if (releases is null)
            {
                Add(payables, new Payable(tranche, vests, entry.Date, amount));
            }
            else
            {
                Release(payables, entry, tranche, vests, amount, releases, plan.Rounding);
            }
        }

        return [.. payables];
    }

    private static ArgumentException TooMuch(PayEntry entry, decimal total, string name) =>
        new(Invariant($"Credit {entry.Working.Credit}: pay on {entry.Item} comes to {total:#,0.##}; pay that fits 64 bits of the minor unit is expected."), name);

    // What is taken back of a deal vests as what was given, so that nothing of it is left in between.
    private LocalDate AwardedOn(PayEntry entry)
    {
        if (entry.Deal is null)
        {
            return entry.Date;
        }

        ref LocalDate first = ref CollectionsMarshal.GetValueRefOrAddDefault(
            _firstOfDeal, (entry.Assignment, entry.Item, entry.Deal), out bool isKnown);
        first = isKnown ? first : entry.Date;
        return entry.Amount < 0m ? first : entry.Date;
    }

    private void Release(
        List<Payable> payables,
        PayEntry entry,
        int tranche,
        LocalDate vests,
        decimal amount,
        List<Keyed<LocalDate, decimal>> releases,
        RoundingPolicy rounding)
    {
        ref decimal ofDeal = ref CollectionsMarshal.GetValueRefOrAddDefault(
            _ofDeal, (entry.Assignment, entry.Item, entry.Deal!, tranche, entry.Working.Credit!.Date), out _);
        decimal released = 0m;
        foreach ((LocalDate day, decimal share) in releases)
        {
            decimal byNow = rounding.RoundWithoutNoise((ofDeal + amount) * share)
                - rounding.RoundWithoutNoise(ofDeal * share);
            Add(payables, new Payable(tranche, vests, LocalDate.Max(day, entry.Date), byNow - released));
            released = byNow;
        }

        Add(payables, new Payable(tranche, vests, released: null, amount - released));
        ofDeal += amount;
    }

    private static void Add(List<Payable> payables, Payable payable)
    {
        if (payable.Amount != 0m)
        {
            payables.Add(payable);
        }
    }

    /// <summary>What an item has awarded so far, and the parts in which it vests.</summary>
    private sealed class Award(int parts)
    {
        public decimal Total { get; set; }

        public decimal[] Parts { get; } = new decimal[parts];
    }
}
