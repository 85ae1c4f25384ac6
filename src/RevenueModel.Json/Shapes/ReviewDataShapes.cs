using RevenueModel.Diagnostics;

namespace RevenueModel.Json;

/// <summary>The JSON forms of the data and the options of a review.</summary>
internal static class ReviewDataShapes
{
    /// <summary>Adds the forms to a table.</summary>
    public static void AddTo(ShapeTable shapes)
    {
        shapes.AddEnum<EvaluationMethod>();
        shapes.AddFlags<DealFlaws>();
        shapes.AddKeyed<string, long>();
        shapes.Add<DealTeam>(DealTeamForm);
        shapes.Add<SalesPlay>(SalesPlayForm);
        shapes.Add<PricedAccount>(PricedAccountForm);
        shapes.Add<ForecastPractice>(ForecastPracticeForm);
        shapes.Add<SegmentTeam>(SegmentTeamForm);
        shapes.Add<DealDiscount>(DealDiscountForm);
        shapes.Add<ClosedDeals>(ClosedDealsForm);
        shapes.Add<SegmentDeals>(SegmentDealsForm);
        shapes.Add<ReviewOptions>(ReviewOptionsForm);
        shapes.Add<ReviewData>(ReviewDataForm);
    }

    private static Func<Values<DealTeam>, DealTeam> DealTeamForm(RecordBuilder<DealTeam> record)
    {
        var dealId = record.Required("dealId", static x => x.DealId, Forms.Name);
        var roles = record.Optional("roles", static x => x.Roles, Forms.List(Forms.Name));
        return values => new DealTeam
        {
            DealId = values.Get(dealId),
            Roles = values.Get(roles),
        };
    }

    private static Func<Values<SalesPlay>, SalesPlay> SalesPlayForm(RecordBuilder<SalesPlay> record)
    {
        var name = record.Required("name", static x => x.Name, Forms.Name);
        var buyers = record.Required("buyers", static x => x.Buyers);
        var evaluation = record.Required("evaluation", static x => x.Evaluation);
        var leadsWith = record.Optional("leadsWith", static x => x.LeadsWith, Forms.List(Forms.Name));
        return values => new SalesPlay
        {
            Name = values.Get(name),
            Buyers = values.Get(buyers),
            Evaluation = values.Get(evaluation),
            LeadsWith = values.Get(leadsWith),
        };
    }

    private static Func<Values<PricedAccount>, PricedAccount> PricedAccountForm(RecordBuilder<PricedAccount> record)
    {
        var account = record.Required("account", static x => x.Account, Forms.Name);
        var pricePlan = record.Required("pricePlan", static x => x.PricePlan, Forms.Name);
        var arr = record.Required("arr", static x => x.Arr, Forms.NotNegative);
        var billMultiple = record.Optional("billMultiple", static x => x.BillMultiple, Forms.NotNegative.OrNull());
        var unitCostWatchedBy = record.Optional("unitCostWatchedBy", static x => x.UnitCostWatchedBy, Forms.Name!);
        return values => new PricedAccount
        {
            Account = values.Get(account),
            PricePlan = values.Get(pricePlan),
            Arr = values.Get(arr),
            BillMultiple = values.Get(billMultiple),
            UnitCostWatchedBy = values.Get(unitCostWatchedBy),
        };
    }

    private static Func<Values<ForecastPractice>, ForecastPractice> ForecastPracticeForm(
        RecordBuilder<ForecastPractice> record)
    {
        var segment = record.Required("segment", static x => x.Segment, Forms.Name);
        var assumedCycleDays = record.Required("assumedCycleDays", static x => x.AssumedCycleDays, Forms.Count);
        return values => new ForecastPractice
        {
            Segment = values.Get(segment),
            AssumedCycleDays = values.Get(assumedCycleDays),
        };
    }

    private static Func<Values<SegmentTeam>, SegmentTeam> SegmentTeamForm(RecordBuilder<SegmentTeam> record)
    {
        var segment = record.Required("segment", static x => x.Segment, Forms.Name);
        var assignedQuota = record.Required("assignedQuota", static x => x.AssignedQuota, Forms.NotNegative);
        var terms = record.Required("terms", static x => x.Terms);
        var heads = record.Optional("heads", static x => x.Heads);
        return values => new SegmentTeam
        {
            Segment = values.Get(segment),
            AssignedQuota = values.Get(assignedQuota),
            Terms = values.Get(terms),
            Heads = values.Get(heads),
        };
    }

    private static Func<Values<DealDiscount>, DealDiscount> DealDiscountForm(RecordBuilder<DealDiscount> record)
    {
        var dealId = record.Required("dealId", static x => x.DealId, Forms.Name);
        var discount = record.Required("discount", static x => x.Discount, Forms.Share);
        return values => new DealDiscount
        {
            DealId = values.Get(dealId),
            Discount = values.Get(discount),
        };
    }

    private static Func<Values<ClosedDeals>, ClosedDeals> ClosedDealsForm(RecordBuilder<ClosedDeals> record)
    {
        var flaws = record.Required("flaws", static x => x.Flaws);
        var wonCount = record.Required("wonCount", static x => x.WonCount, Forms.Long(0));
        var lostCount = record.Required("lostCount", static x => x.LostCount, Forms.Long(0));
        var wonAmount = record.Optional("wonAmount", static x => x.WonAmount, Forms.NotNegative);
        var lostAmount = record.Optional("lostAmount", static x => x.LostAmount, Forms.NotNegative);
        return values => ClosedDeals.Of(
            values.Get(flaws),
            values.Get(wonCount),
            values.Get(lostCount),
            values.Get(wonAmount),
            values.Get(lostAmount));
    }

    private static Func<Values<SegmentDeals>, SegmentDeals> SegmentDealsForm(RecordBuilder<SegmentDeals> record)
    {
        ClosedDeals none = ClosedDeals.Of(DealFlaws.None, 0, 0);
        var segment = record.Optional("segment", static x => x.Segment, Forms.Name!);
        var closed = record.Optional("closed", static x => x.Closed);
        var engagementKnown = record.Optional("engagementKnown", static x => x.EngagementKnown, Forms.Long(0));
        var teamKnown = record.Optional("teamKnown", static x => x.TeamKnown, Forms.Long(0));
        var mapKnown = record.Optional("mapKnown", static x => x.MapKnown, Forms.Long(0));
        var withBothBuyers = record.Optional("withBothBuyers", static x => x.WithBothBuyers, fallback: none);
        var withAllChampions = record.Optional("withAllChampions", static x => x.WithAllChampions, fallback: none);
        var openCount = record.Optional("openCount", static x => x.OpenCount, Forms.Long(0));
        var openAmount = record.Optional("openAmount", static x => x.OpenAmount, Forms.NotNegative);
        var openDated = record.Optional("openDated", static x => x.OpenDated, Forms.Long(0));
        var earlyCount = record.Optional("earlyCount", static x => x.EarlyCount, Forms.Long(0));
        var earlyAmount = record.Optional("earlyAmount", static x => x.EarlyAmount, Forms.NotNegative);
        var createdAmount = record.Optional("createdAmount", static x => x.CreatedAmount, Forms.NotNegative);
        var withPartners = record.Optional("withPartners", static x => x.WithPartners, Forms.Long(0));
        var byPartnerKind = record.Optional("byPartnerKind", static x => x.ByPartnerKind);
        var medianCycleDays = record.Optional("medianCycleDays", static x => x.MedianCycleDays);
        return values => new SegmentDeals
        {
            Segment = values.Get(segment),
            Closed = values.Get(closed),
            EngagementKnown = values.Get(engagementKnown),
            TeamKnown = values.Get(teamKnown),
            MapKnown = values.Get(mapKnown),
            WithBothBuyers = values.Get(withBothBuyers),
            WithAllChampions = values.Get(withAllChampions),
            OpenCount = values.Get(openCount),
            OpenAmount = values.Get(openAmount),
            OpenDated = values.Get(openDated),
            EarlyCount = values.Get(earlyCount),
            EarlyAmount = values.Get(earlyAmount),
            CreatedAmount = values.Get(createdAmount),
            WithPartners = values.Get(withPartners),
            ByPartnerKind = values.Get(byPartnerKind),
            MedianCycleDays = values.Get(medianCycleDays),
        };
    }

    private static Func<Values<ReviewOptions>, ReviewOptions> ReviewOptionsForm(RecordBuilder<ReviewOptions> record)
    {
        var disabledRules = record.Optional("disabledRules", static x => x.DisabledRules, Forms.List(Forms.Name));
        var reference = record.Optional("reference", static x => x.Reference);
        var toleratedShare = record.Optional(
            "toleratedShare", static x => x.ToleratedShare, Forms.Share, fallback: 0.1m);
        var toleratedLandingDiscount = record.Optional(
            "toleratedLandingDiscount", static x => x.ToleratedLandingDiscount, Forms.Share, fallback: 0.1m);
        var confidence = record.Optional("confidence", static x => x.Confidence, fallback: 0.95);
        return values => new ReviewOptions
        {
            DisabledRules = values.Get(disabledRules),
            Reference = values.Get(reference),
            ToleratedShare = values.Get(toleratedShare),
            ToleratedLandingDiscount = values.Get(toleratedLandingDiscount),
            Confidence = values.Get(confidence),
        };
    }

    private static Func<Values<ReviewData>, ReviewData> ReviewDataForm(RecordBuilder<ReviewData> record)
    {
        var asOf = record.Required("asOf", static x => x.AsOf);
        var windowMonths = record.Optional("windowMonths", static x => x.WindowMonths, Forms.Months, fallback: 12);
        var opportunities = record.Optional("opportunities", static x => x.Opportunities);
        var dealTeams = record.Optional("dealTeams", static x => x.DealTeams);
        var stakeholderMaps = record.Optional("stakeholderMaps", static x => x.StakeholderMaps);
        var dealDiscounts = record.Optional("dealDiscounts", static x => x.DealDiscounts);
        var subscriptions = record.Optional("subscriptions", static x => x.Subscriptions);
        var sites = record.Optional("sites", static x => x.Sites);
        var compPlans = record.Optional("compPlans", static x => x.CompPlans);
        var pricePlans = record.Optional("pricePlans", static x => x.PricePlans);
        var pricedAccounts = record.Optional("pricedAccounts", static x => x.PricedAccounts);
        var salesPlays = record.Optional("salesPlays", static x => x.SalesPlays);
        var forecasts = record.Optional("forecasts", static x => x.Forecasts);
        var company = record.Optional("company", static x => x.Company);
        var teams = record.Optional("teams", static x => x.Teams);
        return values => new ReviewData
        {
            AsOf = values.Get(asOf),
            WindowMonths = values.Get(windowMonths),
            Opportunities = values.Get(opportunities),
            DealTeams = values.Get(dealTeams),
            StakeholderMaps = values.Get(stakeholderMaps),
            DealDiscounts = values.Get(dealDiscounts),
            Subscriptions = values.Get(subscriptions),
            Sites = values.Get(sites),
            CompPlans = values.Get(compPlans),
            PricePlans = values.Get(pricePlans),
            PricedAccounts = values.Get(pricedAccounts),
            SalesPlays = values.Get(salesPlays),
            Forecasts = values.Get(forecasts),
            Company = values.Get(company),
            Teams = values.Get(teams),
        };
    }
}
