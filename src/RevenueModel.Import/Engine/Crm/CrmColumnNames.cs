using NodaTime;

namespace RevenueModel.Import;

/// <summary>The recognized column names of CRM exports: the labels and API names of Salesforce, HubSpot, Dynamics 365,
/// Pipedrive and Zoho, and names in other exports.</summary>
internal static class CrmColumnNames
{
    private static readonly CrmField[] StageOrOutcome = [CrmField.Stage, CrmField.Outcome];
    private static readonly ColumnNames<CrmField> WithId = Create([CrmField.Id], StageOrOutcome);
    private static readonly ColumnNames<CrmField> WithoutId = Create(StageOrOutcome);

    /// <summary>Returns the names for options, which tell whether a column of ids is required.</summary>
    public static ColumnNames<CrmField> For(CrmImportOptions options) =>
        options.MissingIds == MissingIds.Refuse ? WithId : WithoutId;

    private static ColumnNames<CrmField> Create(params CrmField[][] required)
    {
        var names = new ColumnNames<CrmField>(required);
        AddDeal(names);
        AddMoney(names);
        AddDates(names);
        AddAttributes(names);
        return names;
    }

    private static void AddDeal(ColumnNames<CrmField> names) => names
        .Add(
            CrmField.Id,
            "opportunityid opportunitynumber dealid recordid recordiddeal hsobjectid donotmodifyopportunity",
            "id")

        // Dynamics labels its id "Opportunity". Elsewhere the column holds names.
        .AddIf(CrmField.Id, 2, "opportunity", AreIds)
        .Add(
            CrmField.Account,
            "accountname account associatedcompanyprimary potentialcustomer customer customername company companyname "
                + "client clientname dealorganization organization organizationname",
            "associatedcompany customeridname parentaccountidname",
            "accountid parentaccountid customerid associatedcompanyids")
        .Add(CrmField.Segment, "segment customersegment marketsegment accountsegment")
        .Add(CrmField.Product, "product productname dealproductname")
        .Add(
            CrmField.Stage,
            "stage stagename dealstage opportunitystage pipelinestage pipelinephase stepname",
            "salesstage")
        .Add(
            CrmField.Outcome,
            "outcome dealoutcome opportunityresult opportunitystatus dealstatus statecode winloss",
            "status result")
        .Add(CrmField.IsClosed, "isclosed hsisclosed isdealclosed")
        .Add(CrmField.IsWon, "iswon hsisclosedwon isclosedwon")

        // Salesforce reports label IsClosed "Closed" and IsWon "Won". Elsewhere the columns hold dates.
        .AddIf(CrmField.IsClosed, 1, "closed", AreTruthValues)
        .AddIf(CrmField.IsWon, 1, "won", AreTruthValues);

    private static void AddMoney(ColumnNames<CrmField> names) => names

        // Without ExpectedRevenue, which is amount times probability in Salesforce.
        .Add(
            CrmField.Amount,
            "amount dealamount dealvalue opportunityamount opportunityamountusd estrevenue estimatedrevenue "
                + "estimatedvalue closevalue acv hsacv annualcontractvalue",
            "amountincompanycurrency value")
        .Add(CrmField.WonAmount, "actualrevenue actualvalue")
        .Add(
            CrmField.Currency,
            "amountcurrency opportunitycurrency currencyisocode dealcurrencycode dealcurrencyofvalue currencyofvalue",
            "currency");

    private static void AddDates(ColumnNames<CrmField> names) => names
        .Add(
            CrmField.Created,
            "createddate createdate createdon created createdat datecreated creationdate createdtime dealdealcreated "
                + "dealcreated",
            "engagedate")
        .Add(
            CrmField.StageEntered,
            "laststagechangedate hsv2dateenteredcurrentstage dateenteredcurrentstage stageentered stageentereddate "
                + "stageenteredon dateenteredstage deallaststagechange laststagechange stagemodifiedtime")
        .Add(
            CrmField.ExpectedClose,
            "expectedclose expectedclosedate estclosedate estimatedclosedate projectedclosedate forecastclosedate "
                + "dealexpectedclosedate")
        .Add(CrmField.Closed, "actualclosedate closeddate dateclosed closedon closedat dealdealclosedon dealclosedon")
        .AddIf(CrmField.Closed, 1, "closed", AreDates)
        .Add(CrmField.CloseDate, "closedate closingdate")
        .Add(CrmField.WonDate, "wondate dealwontime wontime wonon datewon")
        .AddIf(CrmField.WonDate, 1, "won", AreDates)
        .Add(CrmField.LostDate, "lostdate deallosttime losttime loston datelost")
        .AddIf(CrmField.LostDate, 1, "lost", AreDates)
        .Add(CrmField.CycleDays, "cycledays salescycledays totaldaysidentifiedthroughclosing", "daystoclose");

    private static void AddAttributes(ColumnNames<CrmField> names) => names
        .Add(CrmField.Motion, "motion dealmotion salesmotion opportunitytype dealtype", "type")
        .Add(
            CrmField.ForecastCategory,
            "forecastcategoryname hsmanualforecastcategory msdynforecastcategory",
            "forecastcategory",
            "hsforecastcategory")
        .Add(CrmField.ITEngaged, "itengaged")
        .Add(CrmField.OTEngaged, "otengaged")
        .Add(CrmField.BuyerEngagement, "buyerengagement")
        .Add(CrmField.Partners, "partners partner partnername")
        .Add(CrmField.Competitive, "competitive iscompetitive competitortype")
        .Add(CrmField.Rivals, "rivals rival competitors competitor competitorname maincompetitors maincompetitor")
        .Add(CrmField.RegulatoryTrigger, "regulatorytrigger regulation")
        .Add(CrmField.RegulatoryDeadline, "regulatorydeadline compliancedeadline");

    /// <summary>Returns whether values are ids: different, and without spaces.</summary>
    private static bool AreIds(IReadOnlyList<string> values) =>
        values.Distinct(StringComparer.Ordinal).Count() == values.Count
        && !values.Any(value => value.Any(char.IsWhiteSpace));

    private static bool AreTruthValues(IReadOnlyList<string> values) =>
        values.All(value => Vocabulary.Truth(value) is not null);

    private static bool AreDates(IReadOnlyList<string> values) =>
        values.All(value => DateFormat.Recognized.Any(format => format.TryParse(value, out LocalDate _)));
}
