
namespace RevenueModel.Import;

/// <summary>The fields that a column of a CRM export can hold. Only <see cref="Id"/> and one of <see cref="Stage"/> and
/// <see cref="Outcome"/> are required.</summary>
public enum CrmField
{
    /// <summary>The id of the deal, unique in the file; compared with case, since Salesforce ids differ by it.</summary>
    Id = 0,

    /// <summary>The account that buys.</summary>
    Account = 1,

    /// <summary>The segment of the account.</summary>
    Segment = 2,

    /// <summary>The product; the key of a <see cref="PriceList"/>.</summary>
    Product = 3,

    /// <summary>The stage of the sales process, or the name of its end.</summary>
    Stage = 4,

    /// <summary>Open, won or lost, where the source keeps it apart from the stage (Dynamics: Status).</summary>
    Outcome = 5,

    /// <summary>Whether the deal is closed: yes or no (Salesforce: IsClosed).</summary>
    IsClosed = 6,

    /// <summary>Whether the deal is won: yes or no (Salesforce: IsWon).</summary>
    IsWon = 7,

    /// <summary>The amount, or the estimate of it.</summary>
    Amount = 8,

    /// <summary>The amount that a won deal was won at, where the source keeps it apart from the estimate (Dynamics:
    /// Actual Revenue). Goes before <see cref="Amount"/> on won deals, and is not read on others.</summary>
    WonAmount = 9,

    /// <summary>The currency of the amounts. A file is read in one currency.</summary>
    Currency = 10,

    /// <summary>The day the deal was created, or its sales process began.</summary>
    Created = 11,

    /// <summary>The day the deal entered its stage; kept for open deals.</summary>
    StageEntered = 12,

    /// <summary>The day the deal is expected to close.</summary>
    ExpectedClose = 13,

    /// <summary>The day the deal was won or lost.</summary>
    Closed = 14,

    /// <summary>The expected close of open deals and the actual close of closed ones, in one column (Salesforce and
    /// HubSpot). A value of <see cref="ExpectedClose"/> or <see cref="Closed"/> goes before it.</summary>
    CloseDate = 15,

    /// <summary>The sales cycle of a closed deal in whole days, where the dates are not both known.</summary>
    CycleDays = 16,

    /// <summary>New logo, expansion or renewal (Salesforce: Type; HubSpot: Deal Type).</summary>
    Motion = 17,

    /// <summary>The forecast category that the seller put the deal in.</summary>
    ForecastCategory = 18,

    /// <summary>Whether the buyer's IT organization is engaged: yes or no; read together with <see cref="OTEngaged"/>.</summary>
    ITEngaged = 19,

    /// <summary>Whether the buyer's OT organization is engaged: yes or no; read together with <see cref="ITEngaged"/>.</summary>
    OTEngaged = 20,

    /// <summary>None, IT, OT or both, in one column: see <see cref="BuyerEngagement"/>.</summary>
    BuyerEngagement = 21,

    /// <summary>The partners that take part, separated by semicolons.</summary>
    Partners = 22,

    /// <summary>Whether a rival competes: yes or no, or Known, None or Unknown.</summary>
    Competitive = 23,

    /// <summary>The regulation that drives the deal: see <see cref="RegulatoryTrigger"/>.</summary>
    RegulatoryTrigger = 24,

    /// <summary>The day by which the buyer has to comply.</summary>
    RegulatoryDeadline = 25,
}
