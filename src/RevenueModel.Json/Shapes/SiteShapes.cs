using RevenueModel.Expansion;

namespace RevenueModel.Json;

/// <summary>The JSON forms of sites, their roll-out, targets and teams.</summary>
internal static class SiteShapes
{
    /// <summary>Adds the forms to a table.</summary>
    public static void AddTo(ShapeTable shapes)
    {
        shapes.Add<SiteEstate>(SiteEstateForm);
        shapes.AddValue<SiteValueYear>(SiteValueYearForm);
        shapes.Add<SiteLifetimeValue>(SiteLifetimeValueForm);
        shapes.Add<SiteBenchmark>(SiteBenchmarkForm);
        shapes.AddValue<SiteRolloutMonth>(SiteRolloutMonthForm);
        shapes.Add<PilotExpansion>(PilotExpansionForm);
        shapes.Add<PenetrationTarget>(PenetrationTargetForm);
        shapes.Add<PenetrationGap>(PenetrationGapForm);
        shapes.Add<ExpansionTeam>(ExpansionTeamForm);
        shapes.AddValue<AccountTeamEffect>(AccountTeamEffectForm);
        shapes.Add<ExpansionTeamEffect>(ExpansionTeamEffectForm);
    }

    private static Func<Values<SiteEstate>, SiteEstate> SiteEstateForm(RecordBuilder<SiteEstate> record)
    {
        var account = record.Required("account", static x => x.Account, Forms.Name);
        var coveredSites = record.Required("coveredSites", static x => x.CoveredSites, Forms.CountOrZero);
        var totalSites = record.Required("totalSites", static x => x.TotalSites, Forms.Count);
        var sitesPerYear = record.Required("sitesPerYear", static x => x.SitesPerYear, Forms.NotNegative);
        var arrPerSite = record.Required("arrPerSite", static x => x.ArrPerSite, Forms.NotNegative);
        return values => SiteEstate.Of(
            values.Get(account),
            values.Get(coveredSites),
            values.Get(totalSites),
            values.Get(sitesPerYear),
            values.Get(arrPerSite));
    }

    private static Func<Values<SiteValueYear>, SiteValueYear> SiteValueYearForm(RecordBuilder<SiteValueYear> record)
    {
        var year = record.Required("year", static x => x.Year);
        var sites = record.Required("sites", static x => x.Sites);
        var arr = record.Required("arr", static x => x.Arr);
        var survival = record.Required("survival", static x => x.Survival);
        var grossProfit = record.Required("grossProfit", static x => x.GrossProfit);
        return values => new SiteValueYear(
            values.Get(year),
            values.Get(sites),
            values.Get(arr),
            values.Get(survival),
            values.Get(grossProfit));
    }

    private static Func<Values<SiteLifetimeValue>, SiteLifetimeValue> SiteLifetimeValueForm(
        RecordBuilder<SiteLifetimeValue> record)
    {
        var estate = record.Required("estate", static x => x.Estate);
        var years = record.Optional("years", static x => x.Years);
        var lifetimeValue = record.Required("lifetimeValue", static x => x.LifetimeValue);
        return values => new SiteLifetimeValue(
            values.Get(estate),
            values.Get(years),
            values.Get(lifetimeValue));
    }

    private static Func<Values<SiteBenchmark>, SiteBenchmark> SiteBenchmarkForm(RecordBuilder<SiteBenchmark> record)
    {
        var healthySitesPerYear = record.Required(
            "healthySitesPerYear", static x => x.HealthySitesPerYear, Forms.AmountBand);
        var stalledSitesPerYear = record.Optional(
            "stalledSitesPerYear", static x => x.StalledSitesPerYear, Forms.NotNegative);
        var arrPerSite = record.Required("arrPerSite", static x => x.ArrPerSite, Forms.AmountBand);
        var pilotArr = record.Required("pilotArr", static x => x.PilotArr, Forms.Positive);
        var licenseArr = record.Required("licenseArr", static x => x.LicenseArr, Forms.Positive);
        var licenseSites = record.Required("licenseSites", static x => x.LicenseSites, Forms.Count);
        var citation = record.Optional("citation", static x => x.Citation);
        return values => new SiteBenchmark
        {
            HealthySitesPerYear = values.Get(healthySitesPerYear),
            StalledSitesPerYear = values.Get(stalledSitesPerYear),
            ArrPerSite = values.Get(arrPerSite),
            PilotArr = values.Get(pilotArr),
            LicenseArr = values.Get(licenseArr),
            LicenseSites = values.Get(licenseSites),
            Citation = values.Get(citation),
        };
    }

    private static Func<Values<SiteRolloutMonth>, SiteRolloutMonth> SiteRolloutMonthForm(
        RecordBuilder<SiteRolloutMonth> record)
    {
        var month = record.Required("month", static x => x.Month);
        var coveredSites = record.Required("coveredSites", static x => x.CoveredSites);
        var totalSites = record.Required("totalSites", static x => x.TotalSites);
        var arrPerSite = record.Required("arrPerSite", static x => x.ArrPerSite);
        return values => new SiteRolloutMonth(
            values.Get(month),
            values.Get(coveredSites),
            values.Get(totalSites),
            values.Get(arrPerSite));
    }

    private static Func<Values<PilotExpansion>, PilotExpansion> PilotExpansionForm(
        RecordBuilder<PilotExpansion> record)
    {
        var benchmark = record.Required("benchmark", static x => x.Benchmark);
        var nrr = record.Required("nrr", static x => x.Nrr);
        return values => new PilotExpansion(values.Get(benchmark), values.Get(nrr));
    }

    private static Func<Values<PenetrationTarget>, PenetrationTarget> PenetrationTargetForm(
        RecordBuilder<PenetrationTarget> record)
    {
        var account = record.Required("account", static x => x.Account, Forms.Name);
        var penetration = record.Required("penetration", static x => x.Penetration, Forms.Share);
        var months = record.Required("months", static x => x.Months, Forms.Months);
        return values => new PenetrationTarget
        {
            Account = values.Get(account),
            Penetration = values.Get(penetration),
            Months = values.Get(months),
        };
    }

    private static Func<Values<PenetrationGap>, PenetrationGap> PenetrationGapForm(
        RecordBuilder<PenetrationGap> record)
    {
        var target = record.Required("target", static x => x.Target);
        var estate = record.Required("estate", static x => x.Estate);
        return values => new PenetrationGap(values.Get(target), values.Get(estate));
    }

    private static Func<Values<ExpansionTeam>, ExpansionTeam> ExpansionTeamForm(RecordBuilder<ExpansionTeam> record)
    {
        var name = record.Required("name", static x => x.Name, Forms.Name);
        var sitesPerYear = record.Required("sitesPerYear", static x => x.SitesPerYear, Forms.NotNegative);
        var costPerYear = record.Required("costPerYear", static x => x.CostPerYear, Forms.NotNegative);
        return values => new ExpansionTeam
        {
            Name = values.Get(name),
            SitesPerYear = values.Get(sitesPerYear),
            CostPerYear = values.Get(costPerYear),
        };
    }

    private static Func<Values<AccountTeamEffect>, AccountTeamEffect> AccountTeamEffectForm(
        RecordBuilder<AccountTeamEffect> record)
    {
        var account = record.Required("account", static x => x.Account);
        var sitesWithout = record.Required("sitesWithout", static x => x.SitesWithout);
        var sitesWith = record.Required("sitesWith", static x => x.SitesWith);
        var arrPerSite = record.Required("arrPerSite", static x => x.ArrPerSite);
        return values => new AccountTeamEffect(
            values.Get(account),
            values.Get(sitesWithout),
            values.Get(sitesWith),
            values.Get(arrPerSite));
    }

    private static Func<Values<ExpansionTeamEffect>, ExpansionTeamEffect> ExpansionTeamEffectForm(
        RecordBuilder<ExpansionTeamEffect> record)
    {
        var team = record.Required("team", static x => x.Team);
        var months = record.Required("months", static x => x.Months);
        var estates = record.Optional("estates", static x => x.Estates);
        return values => new ExpansionTeamEffect(values.Get(team), values.Get(months), values.Get(estates));
    }
}
