using RevenueModel.Packaging;

namespace RevenueModel.Json;

/// <summary>The JSON forms of tier ladders.</summary>
internal static class LadderShapes
{
    /// <summary>Adds the forms to a table.</summary>
    public static void AddTo(ShapeTable shapes)
    {
        shapes.AddValue<LadderTier>(LadderTierForm);
        shapes.Add<TierLadder>(TierLadderForm);
        shapes.Add<LadderConstraints>(LadderConstraintsForm);
        shapes.Add<LadderDesign>(LadderDesignForm);
        shapes.Add<LadderEvaluation>(LadderEvaluationForm);
        shapes.Add<LadderFloors>(LadderFloorsForm);
        shapes.Add<LadderWarning>(LadderWarningForm);
        shapes.Add<LadderWarningLimits>(LadderWarningLimitsForm);
        shapes.AddValue<RejectedLadders>(RejectedLaddersForm);
        shapes.Add<TierEvaluation>(TierEvaluationForm);
    }

    private static Func<Values<LadderTier>, LadderTier> LadderTierForm(RecordBuilder<LadderTier> record)
    {
        var included = record.Optional("included", static x => x.Included);
        var fee = record.Required("fee", static x => x.Fee);
        return values => values.Get(included) is { } units
            ? LadderTier.UpTo(units, values.Get(fee))
            : LadderTier.Unlimited(values.Get(fee));
    }

    private static Func<Values<TierLadder>, TierLadder> TierLadderForm(RecordBuilder<TierLadder> record)
    {
        var meter = record.Required("meter", static x => x.Meter);
        var tiers = record.Required("tiers", static x => x.Tiers);
        return values => TierLadder.Of(values.Get(meter), values.Get(tiers).AsSpan());
    }

    private static Func<Values<LadderConstraints>, LadderConstraints> LadderConstraintsForm(
        RecordBuilder<LadderConstraints> record)
    {
        var tiers = record.Optional("tiers", static x => x.Tiers, fallback: new LadderConstraints().Tiers);
        var revenueTolerance = record.Optional(
            "revenueTolerance", static x => x.RevenueTolerance, Forms.Share, fallback: 0.02m);
        var usageGrowth = record.Optional("usageGrowth", static x => x.UsageGrowth, fallback: 2m);
        var maxBillGrowth = record.Optional("maxBillGrowth", static x => x.MaxBillGrowth, fallback: 1.5m);
        var tierRevenueTolerance = record.Optional(
            "tierRevenueTolerance", static x => x.TierRevenueTolerance, Forms.NotNegative, fallback: 0.5m);
        var maxTripledShare = record.Optional(
            "maxTripledShare", static x => x.MaxTripledShare, Forms.Share, fallback: 1m);
        var minTripledIncrease = record.Optional(
            "minTripledIncrease", static x => x.MinTripledIncrease, Forms.NotNegative);
        var maxCheapestTierLoss = record.Optional(
            "maxCheapestTierLoss", static x => x.MaxCheapestTierLoss, Forms.Share, fallback: 1m);
        var floors = record.Optional("floors", static x => x.Floors);
        var warningLimits = record.Optional(
            "warningLimits", static x => x.WarningLimits, fallback: new LadderWarningLimits());
        var minCustomersPerTier = record.Optional(
            "minCustomersPerTier", static x => x.MinCustomersPerTier, Forms.Count, fallback: 1);
        var commitQuantile = record.Optional(
            "commitQuantile", static x => x.CommitQuantile, Forms.Share, fallback: 0.5m);
        var feeDigits = record.Optional("feeDigits", static x => x.FeeDigits, fallback: 3);
        var boundaryDigits = record.Optional("boundaryDigits", static x => x.BoundaryDigits, fallback: 2);
        var candidateBoundaries = record.Optional(
            "candidateBoundaries", static x => x.CandidateBoundaries, fallback: 64);
        var maxLadders = record.Optional(
            "maxLadders", static x => x.MaxLadders, Forms.Count, fallback: 1_000_000);
        return values => new LadderConstraints
        {
            Tiers = values.Get(tiers),
            RevenueTolerance = values.Get(revenueTolerance),
            UsageGrowth = values.Get(usageGrowth),
            MaxBillGrowth = values.Get(maxBillGrowth),
            TierRevenueTolerance = values.Get(tierRevenueTolerance),
            MaxTripledShare = values.Get(maxTripledShare),
            MinTripledIncrease = values.Get(minTripledIncrease),
            MaxCheapestTierLoss = values.Get(maxCheapestTierLoss),
            Floors = values.Get(floors),
            WarningLimits = values.Get(warningLimits),
            MinCustomersPerTier = values.Get(minCustomersPerTier),
            CommitQuantile = values.Get(commitQuantile),
            FeeDigits = values.Get(feeDigits),
            BoundaryDigits = values.Get(boundaryDigits),
            CandidateBoundaries = values.Get(candidateBoundaries),
            MaxLadders = values.Get(maxLadders),
        };
    }

    private static Func<Values<LadderDesign>, LadderDesign> LadderDesignForm(RecordBuilder<LadderDesign> record)
    {
        var constraints = record.Required("constraints", static x => x.Constraints);
        var best = record.Optional("best", static x => x.Best);
        var nearest = record.Optional("nearest", static x => x.Nearest);
        var candidates = record.Required("candidates", static x => x.Candidates);
        var maxTiers = record.Required("maxTiers", static x => x.MaxTiers);
        var evaluatedCount = record.Required("evaluatedCount", static x => x.EvaluatedCount);
        var rejected = record.Required("rejected", static x => x.Rejected);
        return values => new LadderDesign
        {
            Constraints = values.Get(constraints),
            Best = values.Get(best),
            Nearest = values.Get(nearest),
            Candidates = values.Get(candidates),
            MaxTiers = values.Get(maxTiers),
            EvaluatedCount = values.Get(evaluatedCount),
            Rejected = values.Get(rejected),
        };
    }

    private static Func<Values<LadderEvaluation>, LadderEvaluation> LadderEvaluationForm(
        RecordBuilder<LadderEvaluation> record)
    {
        var ladder = record.Required("ladder", static x => x.Ladder);
        var tiers = record.Required("tiers", static x => x.Tiers);
        var billsToday = record.Required("billsToday", static x => x.BillsToday);
        var bills = record.Required("bills", static x => x.Bills);
        return values => new LadderEvaluation
        {
            Ladder = values.Get(ladder),
            Tiers = values.Get(tiers),
            BillsToday = values.Get(billsToday),
            Bills = values.Get(bills),
        };
    }

    private static Func<Values<LadderFloors>, LadderFloors> LadderFloorsForm(RecordBuilder<LadderFloors> record)
    {
        var cost = record.Required("cost", static x => x.Cost);
        var minMargin = record.Optional("minMargin", static x => x.MinMargin);
        var minTierMargin = record.Optional("minTierMargin", static x => x.MinTierMargin);
        var minFeeToCost = record.Optional(
            "minFeeToCost", static x => x.MinFeeToCost, Forms.NotNegative.OrNull());
        return values => new LadderFloors
        {
            Cost = values.Get(cost),
            MinMargin = values.Get(minMargin),
            MinTierMargin = values.Get(minTierMargin),
            MinFeeToCost = values.Get(minFeeToCost),
        };
    }

    private static Func<Values<LadderWarning>, LadderWarning> LadderWarningForm(RecordBuilder<LadderWarning> record)
    {
        var kind = record.Required("kind", static x => x.Kind);
        var figure = record.Required("figure", static x => x.Figure);
        var comparedWith = record.Required("comparedWith", static x => x.ComparedWith);
        var limit = record.Required("limit", static x => x.Limit);
        var tierIndex = record.Optional("tierIndex", static x => x.TierIndex);
        var tier = record.Optional("tier", static x => x.Tier);
        return values => values.Get(kind) == LadderWarningKind.CheapestTierLoss && values.Get(comparedWith) == 0m
            ? throw values.Refused("was 0; the revenue that the loss is a share of is expected", comparedWith)
            : new LadderWarning(
                values.Get(kind),
                values.Get(figure),
                values.Get(comparedWith),
                values.Get(limit),
                values.Get(tierIndex),
                values.Get(tier));
    }

    private static Func<Values<LadderWarningLimits>, LadderWarningLimits> LadderWarningLimitsForm(
        RecordBuilder<LadderWarningLimits> record)
    {
        var maxMonthToFee = record.Optional(
            "maxMonthToFee", static x => x.MaxMonthToFee, Forms.NotNegative, fallback: 10m);
        var maxZeroCommitShare = record.Optional(
            "maxZeroCommitShare", static x => x.MaxZeroCommitShare, Forms.Share, fallback: 0.25m);
        var minCustomersPerTier = record.Optional(
            "minCustomersPerTier", static x => x.MinCustomersPerTier, Forms.Count, fallback: 3);
        var maxCheapestTierLoss = record.Optional(
            "maxCheapestTierLoss", static x => x.MaxCheapestTierLoss, Forms.Share, fallback: 0.1m);
        var minTierMargin = record.Optional("minTierMargin", static x => x.MinTierMargin);
        return values => new LadderWarningLimits
        {
            MaxMonthToFee = values.Get(maxMonthToFee),
            MaxZeroCommitShare = values.Get(maxZeroCommitShare),
            MinCustomersPerTier = values.Get(minCustomersPerTier),
            MaxCheapestTierLoss = values.Get(maxCheapestTierLoss),
            MinTierMargin = values.Get(minTierMargin),
        };
    }

    private static Func<Values<RejectedLadders>, RejectedLadders> RejectedLaddersForm(
        RecordBuilder<RejectedLadders> record)
    {
        var reason = record.Required("reason", static x => x.Reason);
        var count = record.Required("count", static x => x.Count);
        return values => new RejectedLadders(values.Get(reason), values.Get(count));
    }

    private static Func<Values<TierEvaluation>, TierEvaluation> TierEvaluationForm(
        RecordBuilder<TierEvaluation> record)
    {
        var tier = record.Required("tier", static x => x.Tier);
        var customerCount = record.Required("customerCount", static x => x.CustomerCount);
        var zeroCommitCustomerCount = record.Required(
            "zeroCommitCustomerCount", static x => x.ZeroCommitCustomerCount);
        var cheaperTierCustomerCount = record.Required(
            "cheaperTierCustomerCount", static x => x.CheaperTierCustomerCount);
        var tripledCustomerCount = record.Required("tripledCustomerCount", static x => x.TripledCustomerCount);
        var months = record.Required("months", static x => x.Months);
        var monthsAbove = record.Required("monthsAbove", static x => x.MonthsAbove);
        var revenueToday = record.Required("revenueToday", static x => x.RevenueToday);
        var revenue = record.Required("revenue", static x => x.Revenue);
        var largestBillToday = record.Required("largestBillToday", static x => x.LargestBillToday);
        var cheapestTierRevenue = record.Required("cheapestTierRevenue", static x => x.CheapestTierRevenue);
        var cost = record.Optional("cost", static x => x.Cost);
        var includedCost = record.Optional("includedCost", static x => x.IncludedCost);
        return values => new TierEvaluation
        {
            Tier = values.Get(tier),
            CustomerCount = values.Get(customerCount),
            ZeroCommitCustomerCount = values.Get(zeroCommitCustomerCount),
            CheaperTierCustomerCount = values.Get(cheaperTierCustomerCount),
            TripledCustomerCount = values.Get(tripledCustomerCount),
            Months = values.Get(months),
            MonthsAbove = values.Get(monthsAbove),
            RevenueToday = values.Get(revenueToday),
            Revenue = values.Get(revenue),
            LargestBillToday = values.Get(largestBillToday),
            CheapestTierRevenue = values.Get(cheapestTierRevenue),
            Cost = values.Get(cost),
            IncludedCost = values.Get(includedCost),
        };
    }
}
