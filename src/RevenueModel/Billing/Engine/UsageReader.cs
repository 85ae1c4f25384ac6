using NodaTime;
using RevenueModel.Pricing;
using RevenueModel.Primitives;

namespace RevenueModel.Billing;

/// <summary>Reads the usage of a billing period: each billed meter, with the days of each quantity.</summary>
internal sealed class UsageReader(BillingAccount account, PeriodPlan plan, LocalDate through, string parameterName)
{
    /// <summary>Returns the usage by meter and days.</summary>
    /// <param name="usage">The usage as given: cumulative, or by days.</param>
    /// <exception cref="ArgumentException">A meter is missing, unknown or duplicated, or its days are outside the
    /// period.</exception>
    public ValueList<MeterUsage> Read(ReadOnlySpan<MeterUsage> usage)
    {
        for (int i = 0; i < usage.Length; i++)
        {
            RequireKnown(usage[i] ?? throw new ArgumentNullException(parameterName), usage[..i]);
        }

        if (through == plan.Service.Start)
        {
            return []; // nothing is used yet
        }

        if (account.Open is null && plan.Parts.Length == 1 && usage.Length == plan.Meters.Count)
        {
            return AllOf(usage);
        }

        List<MeterUsage> facts = [];
        for (int meter = 0; meter < plan.Meters.Count; meter++)
        {
            if (plan.IsInForce(meter, through))
            {
                Read(meter, usage, facts);
            }
        }

        return facts.ToValueList();
    }

    // The common case: each meter once.
    private ValueList<MeterUsage> AllOf(ReadOnlySpan<MeterUsage> usage)
    {
        var facts = new MeterUsage[usage.Length];
        DateSpan all = DateSpan.Between(plan.Service.Start, through);
        for (int meter = 0; meter < facts.Length; meter++)
        {
            int at = NameLookup.IndexOf(usage, plan.Meters[meter], static one => one.Meter);
            MeterUsage one = at < 0 ? throw Missing(meter) : usage[at];
            facts[meter] = one.Days is null ? one.On(all) : one;
        }

        return ValueList.Own(facts);
    }

    private void RequireKnown(MeterUsage one, ReadOnlySpan<MeterUsage> earlier)
    {
        if (plan.IndexOf(one.Meter) < 0)
        {
            throw new ArgumentException(
                $"{parameterName} had \"{one.Meter}\", which {PlanNames()} does not bill; one of {plan.Meters} is "
                    + "expected.",
                parameterName);
        }

        if (one.Days is { } days && !(days.Start >= plan.Service.Start && days.End <= through))
        {
            throw new ArgumentException(
                Invariant($"{parameterName} had \"{one}\"; days within {plan.Service.Start:R} and {through:R} are ")
                    + "expected.",
                parameterName);
        }

        foreach (MeterUsage other in earlier)
        {
            if (NameLookup.Same(other.Meter, one.Meter) && (other.Days is null || one.Days is null))
            {
                throw new ArgumentException(
                    $"{parameterName} had \"{one.Meter}\" twice; each meter once is expected, or each time with "
                        + "its days.",
                    parameterName);
            }
        }
    }

    private void Read(int meter, ReadOnlySpan<MeterUsage> usage, List<MeterUsage> facts)
    {
        List<MeterUsage> given = [];
        foreach (MeterUsage one in usage)
        {
            if (NameLookup.Same(one.Meter, plan.Meters[meter]))
            {
                given.Add(one);
            }
        }

        if (given.Count == 0)
        {
            throw Missing(meter);
        }

        facts.AddRange(given[0].Days is null ? Dated(given[0]) : given.OrderBy(static one => one.Days!.Value.Start));
    }

    // A cumulative reading: the quantity of earlier readings belongs to their days, and the rest to the days since
    // then.
    private List<MeterUsage> Dated(MeterUsage reading)
    {
        DateSpan all = DateSpan.Between(plan.Service.Start, through);
        List<MeterUsage> known = [];
        decimal sum = 0m;
        int transactions = 0;
        foreach (MeterUsage earlier in account.Open?.Usage ?? [])
        {
            if (NameLookup.Same(earlier.Meter, reading.Meter))
            {
                known.Add(earlier);
                sum += earlier.Quantity;
                transactions += earlier.Transactions.Count;
            }
        }

        bool isContinued = sum <= reading.Quantity
            && known.SelectMany(static one => one.Transactions).SequenceEqual(reading.Transactions.Take(transactions));
        if (known.Count == 0 || !isContinued)
        {
            return [reading.On(all)];
        }

        MeterUsage rest = reading.Transactions.IsEmpty
            ? MeterUsage.Of(reading.Meter, reading.Quantity - sum)
            : MeterUsage.OfTransactions(reading.Meter, reading.Transactions.Skip(transactions));
        LocalDate since = account.Open!.Through;
        if (since < through)
        {
            known.Add(rest.On(DateSpan.Between(since, through)));
        }
        else if (rest.Quantity > 0m || !rest.Transactions.IsEmpty)
        {
            known.Add(rest.On(known[^1].Days ?? all));
        }

        return known;
    }

    private ArgumentException Missing(int meter) => new(
        $"{parameterName} had no usage of \"{plan.Meters[meter]}\", which {PlanNames()} bills; a quantity is "
            + "expected, zero if there was none.",
        parameterName);

    private string PlanNames() => string.Join(" and ", plan.Parts.Select(static part => $"plan \"{part.Plan.Name}\""));
}
