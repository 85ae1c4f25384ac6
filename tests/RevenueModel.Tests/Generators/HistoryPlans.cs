using RevenueModel.Pricing;
using RevenueModel.Primitives;

namespace RevenueModel.Tests.Generators;

/// <summary>
/// Random plans of a history, and plans that differ from another in a single term. A charge keeps its name in all
/// plans. Last tiers are unbounded, so that any usage has a price.
/// </summary>
internal sealed class HistoryPlans(HistoryDice dice, int window, bool hasMonths)
{
    public static readonly string[] Meters = ["calls", "gb", "seats", "volume"];

    private static readonly string[] Names = ["calls", "calls 2", "gb", "seats", "volume", "room"];

    private int _number;

    public PricePlan Next() => Plan(next: dice.Percent(20) ? Plan(next: null, isNext: true) : null, isNext: false);

    /// <summary>An equal plan, one that differs in a single term, or an unrelated one.</summary>
    public PricePlan Other(PricePlan plan) => dice.From(0, 9) switch
    {
        0 => plan with { Charges = [.. plan.Charges] },
        1 or 2 => Valid(plan with { BaseFee = dice.Amount(400) }),
        3 or 4 when plan.Charges.Count > 0 => Valid(WithOtherCharge(plan)),
        5 => Valid(plan with { AmountDiscount = dice.Amount(40) }),
        6 => Valid(plan with { PercentDiscount = dice.From(0, 20) * 0.05m }),
        7 => Valid(plan with { Commitment = Commitment() }),
        _ => Next(),
    };

    private PricePlan WithOtherCharge(PricePlan plan)
    {
        int at = dice.From(0, plan.Charges.Count - 1);
        Charge other = Charge(plan.Charges[at].Name);
        return plan with { Charges = plan.Charges.Select((charge, i) => i == at ? other : charge).ToValueList() };
    }

    private PricePlan Plan(PricePlan? next, bool isNext)
    {
        string[] names = [.. Names.Where(_ => dice.Percent(40))];
        Commitment? commitment = dice.Percent(50) ? Commitment() : null;
        if (isNext && commitment is { Period: CommitmentPeriod.ContractYear })
        {
            commitment = null;
        }

        var plan = new PricePlan
        {
            Name = FormattableString.Invariant($"Plan {++_number}"),
            BaseFee = dice.Percent(80) ? dice.Amount(400) : 0m,
            Charges = names.Select(Charge).ToValueList(),
            AmountDiscount = dice.Percent(25) ? dice.Amount(80) : 0m,
            PercentDiscount = dice.Percent(30) ? dice.From(1, 20) * 0.05m : 0m,
            Commitment = commitment,
            DayCount = hasMonths && dice.Percent(20) ? DayCount.Thirty360 : DayCount.ActualActual,
        };
        decimal committed = commitment is { Period: CommitmentPeriod.BillingPeriod } ? commitment.Amounts.Max() : 0m;
        decimal least = Math.Max(plan.BaseFee, committed);
        BillCap cap = !dice.Percent(25) ? default
            : dice.Percent(50) || least == 0m || commitment?.Amounts.Min() == 0m ? BillCap.At(least + dice.Amount(300))
            : BillCap.AtMultiple(dice.Of(1m, 1.5m, 2m, 2.25m));
        var protection = new OverageProtection { Cap = cap, MoveUpTo = next, SmoothingPeriods = window };
        return Valid(cap.IsSet || next is not null || window > 1 ? plan with { Protection = protection } : plan);
    }

    // A plan with contradicting terms loses its overage protection, except smoothing.
    private PricePlan Valid(PricePlan plan)
    {
        try
        {
            plan.Validate();
            return plan;
        }
        catch (ArgumentException)
        {
            return plan with
            {
                Protection = window > 1 ? new OverageProtection { SmoothingPeriods = window } : null,
            };
        }
    }

    private Commitment Commitment()
    {
        decimal[] amounts = [.. Enumerable.Range(0, dice.From(1, 3)).Select(_ => dice.Amount(500))];
        bool isOfYear = dice.Percent(40);
        return (isOfYear ? RevenueModel.Pricing.Commitment.Ramped([.. amounts.Select(amount => amount * 8m)])
            : dice.Percent(50) ? RevenueModel.Pricing.Commitment.ByPeriod(amounts)
            : RevenueModel.Pricing.Commitment.Ramped(amounts)) with
        {
            Period = isOfYear ? CommitmentPeriod.ContractYear : CommitmentPeriod.BillingPeriod,
            TrueUp = dice.Percent(75),
            OverageMultiplier = dice.Of(1m, 1m, 1.5m, 2m, 0.5m),
        };
    }

    private Charge Charge(string name)
    {
        PriceModel price = name switch
        {
            "room" => PriceModel.Capacity(
                ["gb", "seats"],
                CapacityTier.Of(dice.Amount(50), 40m, 30m),
                CapacityTier.Of(dice.Amount(100), 150m, 30m),
                CapacityTier.Of(dice.Amount(200), null, null)),
            "volume" => new PercentagePrice
            {
                Rate = dice.From(0, 200) / 1_000m,
                FreeAmount = dice.Percent(40) ? dice.Amount(100) : null,
            },
            _ => Price(),
        };
        var charge = new Charge
        {
            Name = name,
            Meter = name == "room" ? "gb" : name.Split(' ')[0],
            Price = price,
            AmountDiscount = dice.Percent(20) ? dice.Amount(30) : 0m,
            PercentDiscount = dice.Percent(20) ? dice.From(0, 20) * 0.05m : 0m,
            Limits = !dice.Percent(25) ? null
                : dice.Percent(50) ? Band.AtLeast(dice.Amount(100))
                : Band.Between((decimal)dice.From(0, 50), dice.From(50, 200)),
        };
        return name is "room" or "volume" ? charge : charge with
        {
            Conversion = Conversion(),
            Allowance = dice.Percent(50) ? Allowance() : default,
            UsageDiscount = dice.Percent(15) ? dice.Amount(40) : 0m,
        };
    }

    private UnitConversion Conversion() => dice.From(0, 9) switch
    {
        0 => UnitConversion.Divide(dice.Of(2m, 3m, 7m, 10m), dice.Of(Enum.GetValues<UnitRounding>())),
        1 => UnitConversion.Multiply(dice.Of(0.5m, 1.2m, 3m), dice.Of(Enum.GetValues<UnitRounding>())),
        _ => default,
    };

    private Allowance Allowance()
    {
        decimal least = dice.Percent(20) ? dice.Amount(20) : 0m;
        return RevenueModel.Pricing.Allowance.Of(
            dice.Amount(100), dice.Percent(70) ? Rollover.UpTo(least + dice.Amount(80), least) : default);
    }

    private PriceModel Price() => dice.From(0, 6) switch
    {
        0 => PriceModel.PerUnit(UnitPrice()),
        1 => PriceModel.Flat(dice.Amount(100), dice.Of(ZeroUsage.FirstFlatFee, ZeroUsage.Nothing)),
        2 => PriceModel.Packages(
                PackageTier.UpTo(
                    dice.From(20, 90), dice.Of(1m, 3m, 10m), dice.Amount(20), dice.Of(0m, dice.Amount(20))),
                PackageTier.Beyond(dice.Of(10m, 25m), dice.Amount(20)))
            .WithFreeUnits(dice.Of(0m, dice.Amount(20))),
        3 => Tiered(PriceModel.Volume(Tiers())),
        4 => PriceModel.Stairstep(
            PriceTier.FlatUpTo(dice.From(20, 60), dice.Amount(60)), PriceTier.FlatBeyond(dice.Amount(200))),
        _ => Tiered(PriceModel.Graduated(Tiers())),
    };

    private TieredPrice Tiered(TieredPrice price) => dice.Percent(25) ? price.WithBuyUp() : price;

    private PriceTier[] Tiers() =>
    [
        PriceTier.UpTo(dice.From(10, 60), UnitPrice(), dice.Of(0m, dice.Amount(20))),
        PriceTier.UpTo(dice.From(61, 200), UnitPrice(), dice.Of(0m, dice.Amount(20))),
        PriceTier.Beyond(UnitPrice()),
    ];

    private decimal UnitPrice() => dice.Of(
        dice.From(0, 10),
        dice.From(0, 500) / 100m,
        dice.From(0, 50_000) / 10_000m,
        dice.From(0, 3_000_000) / 1_000_000m);
}
