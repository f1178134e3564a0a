--
-- PostgreSQL database dump
--

\restrict Z3JotCCZVO0Ujg81UP24Aue386f41nJDChMy4DbKtha8N8GGQr4QSi0bEhApTfd

-- Dumped from database version 15.18 (Debian 15.18-0+deb12u1)
-- Dumped by pg_dump version 15.18 (Debian 15.18-0+deb12u1)

SET statement_timeout = 0;
SET lock_timeout = 0;
SET idle_in_transaction_session_timeout = 0;
SET client_encoding = 'UTF8';
SET standard_conforming_strings = on;
SELECT pg_catalog.set_config('search_path', '', false);
SET check_function_bodies = false;
SET xmloption = content;
SET client_min_messages = warning;
SET row_security = off;

SET default_tablespace = '';

SET default_table_access_method = heap;

--
-- Name: api_key; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.api_key (
    id text NOT NULL,
    scope text NOT NULL,
    name text NOT NULL,
    key_hash text NOT NULL,
    created_at bigint NOT NULL,
    revoked_at bigint
);


--
-- Name: area; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.area (
    code text NOT NULL,
    lng double precision,
    lat double precision,
    area_km2 double precision,
    population bigint,
    source text NOT NULL,
    CONSTRAINT area_area_km2_check CHECK ((area_km2 > (0)::double precision)),
    CONSTRAINT area_check CHECK (((lng IS NULL) = (lat IS NULL))),
    CONSTRAINT area_check1 CHECK ((((lng >= ('-180'::integer)::double precision) AND (lng <= (180)::double precision)) AND ((lat >= ('-90'::integer)::double precision) AND (lat <= (90)::double precision)))),
    CONSTRAINT area_population_check CHECK ((population >= 0))
);


--
-- Name: area_import; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.area_import (
    number bigint NOT NULL,
    file text NOT NULL,
    at bigint NOT NULL,
    undone_at bigint
);


--
-- Name: area_import_number_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.area_import ALTER COLUMN number ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.area_import_number_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: area_import_row; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.area_import_row (
    import bigint NOT NULL,
    area text NOT NULL,
    before text
);


--
-- Name: audit_entry; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.audit_entry (
    number bigint NOT NULL,
    at bigint NOT NULL,
    actor text NOT NULL,
    role text NOT NULL,
    action text NOT NULL,
    subject text NOT NULL,
    summary text NOT NULL
);


--
-- Name: audit_entry_number_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.audit_entry ALTER COLUMN number ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.audit_entry_number_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: booking; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.booking (
    reference text NOT NULL,
    label text NOT NULL,
    hold text NOT NULL,
    slot text NOT NULL,
    area text NOT NULL,
    day text NOT NULL,
    part text NOT NULL,
    village text NOT NULL,
    address_key text NOT NULL,
    phone_key text NOT NULL,
    ending_key text NOT NULL,
    litres bigint NOT NULL,
    quote text NOT NULL,
    secret bytea,
    state text NOT NULL,
    state_by text NOT NULL,
    sequence bigint NOT NULL,
    created_at bigint NOT NULL,
    changed_at bigint NOT NULL
);


--
-- Name: booking_answer; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.booking_answer (
    key_hash text NOT NULL,
    body_hash text NOT NULL,
    reference text NOT NULL,
    secret bytea NOT NULL,
    expires_at bigint NOT NULL
);


--
-- Name: booking_history; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.booking_history (
    reference text NOT NULL,
    sequence bigint NOT NULL,
    at bigint NOT NULL,
    what text NOT NULL,
    by_whom text NOT NULL,
    slot text NOT NULL,
    quote text NOT NULL
);


--
-- Name: booking_hold; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.booking_hold (
    hold text NOT NULL,
    slot text NOT NULL,
    village text NOT NULL,
    address_key text NOT NULL,
    has_door bigint NOT NULL,
    litres bigint NOT NULL,
    quote text NOT NULL,
    secret bytea,
    client_key text NOT NULL,
    state text NOT NULL,
    created_at bigint NOT NULL,
    expires_at bigint NOT NULL
);


--
-- Name: booking_label; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.booking_label (
    township text NOT NULL,
    day text NOT NULL,
    last bigint NOT NULL
);


--
-- Name: booking_slot; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.booking_slot (
    slot text NOT NULL,
    area text NOT NULL,
    day text NOT NULL,
    part text NOT NULL,
    stops_taken bigint NOT NULL,
    stops_capacity bigint NOT NULL,
    litres_taken bigint NOT NULL,
    litres_capacity bigint NOT NULL,
    CONSTRAINT booking_slot_check CHECK (((stops_taken >= 0) AND (stops_taken <= stops_capacity))),
    CONSTRAINT booking_slot_check1 CHECK (((litres_taken >= 0) AND (litres_taken <= litres_capacity)))
);


--
-- Name: booking_stop; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.booking_stop (
    slot text NOT NULL,
    address_key text NOT NULL,
    jobs bigint NOT NULL,
    CONSTRAINT booking_stop_jobs_check CHECK ((jobs >= 0))
);


--
-- Name: booking_token; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.booking_token (
    token_hash text NOT NULL,
    reference text NOT NULL,
    expires_at bigint NOT NULL
);


--
-- Name: change_feed; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.change_feed (
    topic text NOT NULL,
    version bigint NOT NULL
);


--
-- Name: key_ring; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.key_ring (
    slot bigint NOT NULL,
    fingerprint text NOT NULL,
    CONSTRAINT key_ring_slot_check CHECK ((slot = 1))
);


--
-- Name: missing_item; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.missing_item (
    words text NOT NULL,
    times bigint NOT NULL,
    first_day text NOT NULL,
    last_day text NOT NULL
);


--
-- Name: operator_account; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.operator_account (
    name text NOT NULL,
    role text NOT NULL,
    password_hash text NOT NULL,
    stamp text NOT NULL,
    created_at bigint NOT NULL
);


--
-- Name: place; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.place (
    id text NOT NULL,
    name text NOT NULL,
    kind text NOT NULL,
    setting text,
    level text,
    dual_network bigint NOT NULL,
    accepts text NOT NULL,
    rejects text NOT NULL,
    audience text NOT NULL,
    appointment_only bigint NOT NULL,
    pays bigint,
    prices text,
    access text,
    step_free bigint,
    phone text,
    operator text,
    lng double precision,
    lat double precision,
    hours text,
    source text NOT NULL,
    licence text,
    last_verified text,
    verified_by text,
    sample bigint NOT NULL,
    illustrative bigint NOT NULL,
    township text,
    village text,
    address text,
    removed_at bigint,
    removed_because text,
    replaced_by text,
    dates text,
    lunar text,
    photo text,
    CONSTRAINT place_check CHECK (((lng IS NULL) = (lat IS NULL))),
    CONSTRAINT place_check1 CHECK ((((lng >= ('-180'::integer)::double precision) AND (lng <= (180)::double precision)) AND ((lat >= ('-90'::integer)::double precision) AND (lat <= (90)::double precision)))),
    CONSTRAINT place_check2 CHECK (((removed_at IS NULL) = (removed_because IS NULL)))
);


--
-- Name: place_change; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.place_change (
    number bigint NOT NULL,
    place text NOT NULL,
    effect text NOT NULL,
    at bigint NOT NULL
);


--
-- Name: place_change_number_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.place_change ALTER COLUMN number ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.place_change_number_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: place_import; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.place_import (
    number bigint NOT NULL,
    file text NOT NULL,
    at bigint NOT NULL,
    undone_at bigint,
    actor text DEFAULT ''::text NOT NULL,
    added bigint DEFAULT 0 NOT NULL,
    changed bigint DEFAULT 0 NOT NULL,
    removed bigint DEFAULT 0 NOT NULL,
    retired bigint DEFAULT 0 NOT NULL,
    refused bigint DEFAULT 0 NOT NULL
);


--
-- Name: place_import_number_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.place_import ALTER COLUMN number ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.place_import_number_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: place_import_row; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.place_import_row (
    import bigint NOT NULL,
    place text NOT NULL,
    before text
);


--
-- Name: place_photo; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.place_photo (
    place text NOT NULL,
    hash text NOT NULL,
    media_type text NOT NULL,
    bytes bytea NOT NULL,
    at bigint NOT NULL,
    dropped_at bigint
);


--
-- Name: price; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.price (
    number bigint NOT NULL,
    material text NOT NULL,
    quality text NOT NULL,
    unit text NOT NULL,
    low_fen bigint NOT NULL,
    high_fen bigint NOT NULL,
    place text NOT NULL,
    day text NOT NULL,
    source text NOT NULL,
    entered_at bigint NOT NULL,
    CONSTRAINT price_check CHECK (((low_fen > 0) AND (high_fen >= low_fen)))
);


--
-- Name: price_number_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.price ALTER COLUMN number ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.price_number_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: report; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.report (
    ticket text NOT NULL,
    follows text,
    kind text NOT NULL,
    place text,
    place_name text,
    township text,
    village text,
    lng double precision,
    lat double precision,
    state text NOT NULL,
    answer text,
    day text NOT NULL,
    answer_by text NOT NULL,
    closed_on text,
    created_at bigint NOT NULL,
    changed_at bigint NOT NULL,
    secret bytea,
    phone_key text NOT NULL,
    request_key text,
    body_key text NOT NULL,
    has_photo bigint NOT NULL,
    erased bigint NOT NULL,
    CONSTRAINT report_check CHECK (((follows IS NULL) OR (follows <> ticket)))
);


--
-- Name: report_photo; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.report_photo (
    ticket text NOT NULL,
    media_type text NOT NULL,
    turn bigint NOT NULL,
    secret bytea NOT NULL
);


--
-- Name: schema_version; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.schema_version (
    version integer NOT NULL,
    name text NOT NULL
);


--
-- Name: sign_in_failure; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.sign_in_failure (
    gate text NOT NULL,
    failures bigint NOT NULL,
    last_at bigint NOT NULL
);


--
-- Name: terminal_status; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.terminal_status (
    place text NOT NULL,
    state text NOT NULL,
    fill text NOT NULL,
    reported_at bigint NOT NULL
);


--
-- Data for Name: api_key; Type: TABLE DATA; Schema: public; Owner: -
--



--
-- Data for Name: area; Type: TABLE DATA; Schema: public; Owner: -
--



--
-- Data for Name: area_import; Type: TABLE DATA; Schema: public; Owner: -
--



--
-- Data for Name: area_import_row; Type: TABLE DATA; Schema: public; Owner: -
--



--
-- Data for Name: audit_entry; Type: TABLE DATA; Schema: public; Owner: -
--



--
-- Data for Name: booking; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.booking VALUES ('87B2JADX526X', '渔阳 12-23 01', '1f80049cf28b8c8751acaaa972cf8120', 'centre.2026-12-23.morning', 'centre', '2026-12-23', 'morning', '120119100201', '73edfa24bfc98b43631e0be03ca964011147d5c76a7cd7e0958df6f4f95ec699', '6045c57e4e8ca586d462c7d3e94f225cba5bb91b8db021cea04c3763d020aeac', '2570c88e4bb54b83f4d1258e649eb3330759f19978b36abb8fc43c8376cfd83d', 1200, '{"tariff":"2026-1","tariffName":"免费（示例）","lines":[{"code":"sofa","name":"沙发（两人以上）","count":1,"unit":"件","cubicMetres":1.2}],"cubicMetres":1.2,"stops":1,"fen":0,"sample":true,"note":"没有查到蓟州区公布的收费标准。本站示例不收费；真实服务是否收费，请打 12345 询问。"}', '\x000173b9779db11d86c74a459ebaa70c7114cd12de79b014272b87e0d9415ea33dabcfc180defe8d3fbe1254c9b23c702f9f75969f07303bcc5a69313718045f4dbdcb7fd2284d15e89c846bd2eaf7c38ca4089579f51e84ab54bd25d527ff617ef064d896d312fdce571400fd9f38', 'booked', 'resident', 0, 1795721718377, 1795721718377);
INSERT INTO public.booking VALUES ('YPKFKKKC6JH3', '渔阳 12-24 01', '719f0700033d2e9c56dac0c9dbb999c9', 'centre.2026-12-24.afternoon', 'centre', '2026-12-24', 'afternoon', '120119100201', '2d27b65ca6b9cedab6595c31c38a49acdc18e1e4b8e8a07f4818c75bca605871', 'a33b4ae4c733f801ca1b5094f6d241a2e1d61aa1ec3845004644a6d4ff473b41', 'e3a598675d0ff01eecc2a1d7cadcad31b6f88cc1d62b7a0a23b91e392b272b8c', 300, '{"tariff":"2026-1","tariffName":"免费（示例）","lines":[{"code":"chair","name":"椅子、凳子","count":2,"unit":"把","cubicMetres":0.3}],"cubicMetres":0.3,"stops":1,"fen":0,"sample":true,"note":"没有查到蓟州区公布的收费标准。本站示例不收费；真实服务是否收费，请打 12345 询问。"}', '\x00011d6ad93ef916a0e23a49a3b370a8e96ae977d58e1f1c3b52f184ede07bf5271acea92e639ebccea1ea89e6b7bf9e343e419dbbc81090d633962974cb36fcbb41e1ca365a60d628ad6950ace984d360fb49e9dd254aed3bb0f7700722d818dad8db6d7c290fa29f0723', 'booked', 'resident', 1, 1795721718431, 1795721718465);
INSERT INTO public.booking VALUES ('WG4C1E9TVR46', '渔阳 12-24 02', 'f2dc3f45a77dc7fae774f91bb67204ec', 'centre.2026-12-24.morning', 'centre', '2026-12-24', 'morning', '120119100201', 'dc9cfc747728915ecc7f7baffa034b398c4cd0493acd3b51992bf552c762becd', 'a9e902d83278b57c23fea9618226c4f1fd1cd42508833df1786681dd88da02a2', 'e34aa977186565c75377ed44cb51101315a3ed1c17003483934d44fa10df81bf', 800, '{"tariff":"2026-1","tariffName":"免费（示例）","lines":[{"code":"bed","name":"床架","count":1,"unit":"张","cubicMetres":0.8}],"cubicMetres":0.8,"stops":1,"fen":0,"sample":true,"note":"没有查到蓟州区公布的收费标准。本站示例不收费；真实服务是否收费，请打 12345 询问。"}', '\x00015b0a57e2caaaad535126debbc8e1c93b9325892fd5eead824c4249ebe5022ca277644746aac5263696c19b136014af502be78f24109281183bb03af3e05c58e9d17e1da174531825d69cfcf77ea73f7e60372cb1c8e298e257dd053df0509c30f15b98c8b8a2e52d5c', 'cancelled', 'resident', 1, 1795721718522, 1795721718551);


--
-- Data for Name: booking_answer; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.booking_answer VALUES ('a2ef14cfdd7552748ba1059231b36845564c97381e30fa1b2d54dadbcad67834', '9b077fe5a18975ba4d5e81096a93ce638a37a9079cf8c70b201bf6c18e09d4fd', '87B2JADX526X', '\x000120f881b91402d655252c8a1b3b24f35ea11c77641444cee41ea9cadbd1dde6a5668a7854c1a66931af00a0c7d1e33b5e827c8795f7d6eb128b87940aa2441ac985a175eb794cff5fb63d8b4e0210f7cd6db8cd3c0d21274d48cebb99ff11f9c3a555ea15323fe6215db31bf9c10f035699687422d4e4cfbdeab5f5c752289d189344437df6d91ea904ae194f2e44680762e94688dd09b308754bfb7848c0e294e421aed3dec343a9453ec456d76739da6c996b7ccf712c1eed5b19a89426d68fcc7dacf62f955a4ebfba6bac5ec34efc38706957eaf76250b09f3e24a0e07c7ace4a7161f2d4111debdf0c6d4935261d4cd5ca9c1b5e722bb48925540b85aed590d0e4ceebfec8a60677563e206c74e029feed324795dac79b7f737485156d6f022534a397147892f47c93d18ff97b5ebc9078013178cc28df59a2235831126c1d72f2ece1435ec7c8ca70b78d89d84ffef5a579bfaefde605d5420ad232ca94b0348375c40d154c22d590fdaa7ae07c1bc75f1dceb480080732596c15f0bd070d5a4b5934975dcc275d5daf08b8f4dc35be945ee01fda07b48a99a4dd1ba3fc214806794a09d21cd0caff639b68487afd23d8d92f0fa08e01154dbe3da4577faaac206dcf53ece1240620b9ad59e9e389cf46e88fcfce93e40ce20405145d3ed3203cc3b3c93d861bbba184443ade564d112f9d3b1803afb5884068c4d556898a174d5e4fcf00274bd0a93f10cf36392dc08c220dea76183130691cdeaa7890799bdfa9008a453a013815ee33fbfc031458e8cf59660329d96a89bb6fa9840a5c8c05b2cf0d862fed6fa1077e4bad1cdcaac58270058f1b3e1a47ce277a258c33060cbb8298acdb28bc299cb1988b22bb76848567655e189aac9506d8bae340a18ead3aefe72bd96d783d42295408d3500d52295deaa79a127f967801c32869e8f6fa38c80f295304b94158989ec5d10fd1304764a464e0c94c0f417f9a83a8cceee01208225a087d24431366a2400099a5145f4896bc09a778aa5676a051a566948f36e2b9b052f69287cdfff4276b52af1e46bc4e49221241070a8c45b7cfa6f25a0b96fd8bf3711214e7e1', 1795808118377);
INSERT INTO public.booking_answer VALUES ('65af5df03ad5f74b88237f312cd79c4c6b89bf29834ff262ccd8317f25843766', '9b58eb672cb147bf7a97efec6e94c7fe713f61aae619f574ba260d9642931738', 'YPKFKKKC6JH3', '\x00012c1a328daf8e1370cd917ee94160c56e757789ab1038d923f3626955a01f4271f33a59199223e622286c046856b6a49f7ed94a4f6a4e8e58abd833bb838fddacd9d334eb2c668542a2b46c3552f18e973e684ab77d56d339046b2f9d5f51777f157d79d60921c60de5da1754ea06d56193c15f6ab614076f1aff58f1da525ac9e4071f66582f5ce76c0027d9bdf17e46eecfc4ec52a3431d3e93ba5361bebe36d5a94b95d3edfc454bfd280715121c208a86e4398bba08e52751e2327322a2e28d5c920aa3954c8a0ba01d714531cc4cfa3ddc0a44fbba44bf4d5d1ecc8631c61a6091f40198650e06a3ff69c128b390497a86804d87b4140d56c9c4d46ed22f37e92f82199b26dc56c92b00b95d573f1cbf6162259c110f703d989b6a667a28a4bd45fcc29ee03a030560474dbcca1a5f905aea019cda04a5f66b46bcb8087c8e0acc2e4a0dd4a284a9d8299e199e2c5e954759a1eef55da19a3d5319f8e3143a2ef3d9f6a956784d9ea1cf758d75fbceff239488c0bf43fe98e91d6629043fe358eebc7ac117a129802cba283f767c760f8a0e37a2c5f34e0fac2896363850cd165e38380b6252faea97b73f17236394be2e776dfe0ca4b5fd45e360e52b1001621ee80211c0804948ecd31fed6b243d2a362ccbf9978d9ff4ed027dde44182272278d0619a22cf17f1d9aad679cffd281acfe07a04eb6af3e3b64bf5c152c5de413bfd7e784a33fe4dec916d1f67d01816d5f3231148d4ff179aeb9f80e7fa15e63981894a4e150fca39a5db69795c406e4ddeaecad8cf6b99bfbd9d6caebf432e8a779491edfb4a6b16419c8e2882a08ab2dfa7ffaa8516c319f7f47a6a2f8d1f1a0a654ad3cb4d6324a695835fb91d773dd63fa39f74c119ac8b8080307070ef3f5509c9a9ee3a1a3032fd0dec6c9245c240b1348de3ad97db02f50d96c578ac6a3f44f6e53f10470c625686ab0153a96d98fc77b4a6a4f9daf0cf184010aa478bd3b2b5dc273d75d1bb8d7ca6e9e1a35e189562e3d06eb8c2296e566b784b9138a099ccf03f0600701332297c47d26cf864451da6932a8030cb0a4249383', 1795808118431);
INSERT INTO public.booking_answer VALUES ('69fbf91dd71e314daef123e22a258b95f5d49ed4596c3d4e6ed77197ccdb29c6', '88356e928cbc9bbc7c58846bd713628597afa6dc92e995e463c53c6041d3710a', 'WG4C1E9TVR46', '\x0001a491391892e2e41d5934184a173907b5c80d7de6ad28978389028b604fc420caeb36d78029ec6b0c2f17359af652baf93c9e5595afba4ce357cf7acb09d81f24c2bed3d0149a5b6a851b4595edfe8c11e68138be2a9b3a59ebe50dc9c27f4a15626e2a0563353d0f1fcb651906a5f981321e1f86b551283203502306f80a5f3a49b8ac37f1a2275bc7d5ec049c51b35b2c91a49450fdd9cd31072a0f3a60c988341438aef616ce4c12ff7b50e4a6b31d9565243d28f916a9bf388c23aab8c312ee1995f40acba98097ced10f80a2b220e20467675967088264ff32e15af381ccaa31283e4bce3ed731a5703e7c4da5cb9c300133415a9494dd65f159205c48643463e154fb3b561d8e1af78b4756d6fc0af5386d139cf50d9456e2024b680be85f1836bf47bb31537d72cb6fad1dd84f5017da5f5aaccf3c5820d0ece62ead81c4777c08278dca127a0ec9b9f032f3266fef282396b1eb32854ef66bc66ccc4a20bb33d32249cef6924359fda010bbfb098333763be6104d2c2999519a53c4797ff9544a4f45b3a9417128d168b702bcdef177710af34a9882ed28074ec9b179a372e38fec7ca351c9856edf8f57b8259193e75a82275aaf4bf380584940568d219104dd30d0542ddff8973ebaabf1f2ef021c4eb4dbab72cdc3e531d7f00eea9efd202327fe3178b95c4e916d360ad5972d8c9f28f2caaed3c271bf3959791ad5701bac4992b89d5799dec540fa3520043a5b160b5b772a33ddd10664023ec48b323fb60a21de4187784755b2733b498b8a2fce36b1d83148017d3d22bce2cef0cde4e3291f25aa88241d8b598aa3e8727cab4395af05546836f4602bb9582b88fe005e3013459638e23bb1f1655c42f14a0a2a62310a4b7774dddbe9f1e6a914c7da2286767eec638dfb45524b1728abb177d0ebd83fdd2ab8a1a6f558c22d465d7fee1fd5c37400881437f5439c487b7bccb9e24d33d6c1a0b4e728e1827e506797dfd7755aed9cf8f99cb1d20653464ad54a7ba3bd024e04b9e5d950e3b75040292a4b616f', 1795808118522);


--
-- Data for Name: booking_history; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.booking_history VALUES ('87B2JADX526X', 0, 1795721718377, 'booked', 'resident', 'centre.2026-12-23.morning', '{"tariff":"2026-1","tariffName":"免费（示例）","lines":[{"code":"sofa","name":"沙发（两人以上）","count":1,"unit":"件","cubicMetres":1.2}],"cubicMetres":1.2,"stops":1,"fen":0,"sample":true,"note":"没有查到蓟州区公布的收费标准。本站示例不收费；真实服务是否收费，请打 12345 询问。"}');
INSERT INTO public.booking_history VALUES ('YPKFKKKC6JH3', 0, 1795721718431, 'booked', 'resident', 'centre.2026-12-23.afternoon', '{"tariff":"2026-1","tariffName":"免费（示例）","lines":[{"code":"chair","name":"椅子、凳子","count":2,"unit":"把","cubicMetres":0.3}],"cubicMetres":0.3,"stops":1,"fen":0,"sample":true,"note":"没有查到蓟州区公布的收费标准。本站示例不收费；真实服务是否收费，请打 12345 询问。"}');
INSERT INTO public.booking_history VALUES ('YPKFKKKC6JH3', 1, 1795721718465, 'amended', 'resident', 'centre.2026-12-24.afternoon', '{"tariff":"2026-1","tariffName":"免费（示例）","lines":[{"code":"chair","name":"椅子、凳子","count":2,"unit":"把","cubicMetres":0.3}],"cubicMetres":0.3,"stops":1,"fen":0,"sample":true,"note":"没有查到蓟州区公布的收费标准。本站示例不收费；真实服务是否收费，请打 12345 询问。"}');
INSERT INTO public.booking_history VALUES ('WG4C1E9TVR46', 0, 1795721718522, 'booked', 'resident', 'centre.2026-12-24.morning', '{"tariff":"2026-1","tariffName":"免费（示例）","lines":[{"code":"bed","name":"床架","count":1,"unit":"张","cubicMetres":0.8}],"cubicMetres":0.8,"stops":1,"fen":0,"sample":true,"note":"没有查到蓟州区公布的收费标准。本站示例不收费；真实服务是否收费，请打 12345 询问。"}');
INSERT INTO public.booking_history VALUES ('WG4C1E9TVR46', 1, 1795721718551, 'cancelled', 'resident', 'centre.2026-12-24.morning', '{"tariff":"2026-1","tariffName":"免费（示例）","lines":[{"code":"bed","name":"床架","count":1,"unit":"张","cubicMetres":0.8}],"cubicMetres":0.8,"stops":1,"fen":0,"sample":true,"note":"没有查到蓟州区公布的收费标准。本站示例不收费；真实服务是否收费，请打 12345 询问。"}');


--
-- Data for Name: booking_hold; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.booking_hold VALUES ('1f80049cf28b8c8751acaaa972cf8120', 'centre.2026-12-23.morning', '120119100201', '73edfa24bfc98b43631e0be03ca964011147d5c76a7cd7e0958df6f4f95ec699', 1, 1200, '{"tariff":"2026-1","tariffName":"免费（示例）","lines":[{"code":"sofa","name":"沙发（两人以上）","count":1,"unit":"件","cubicMetres":1.2}],"cubicMetres":1.2,"stops":1,"fen":0,"sample":true,"note":"没有查到蓟州区公布的收费标准。本站示例不收费；真实服务是否收费，请打 12345 询问。"}', '\x0001ec08715180187f89182dc4c430d9a62c3b32f786056737e9235222b3e4db0ab7991bd87cfa92e1f6672025', '3e3470d3d94fc688c50c823d238a8a279ed2e24bc9104864a8637cfab30ba404', 'confirmed', 1795721718323, 1795722618323);
INSERT INTO public.booking_hold VALUES ('719f0700033d2e9c56dac0c9dbb999c9', 'centre.2026-12-23.afternoon', '120119100201', '2d27b65ca6b9cedab6595c31c38a49acdc18e1e4b8e8a07f4818c75bca605871', 1, 300, '{"tariff":"2026-1","tariffName":"免费（示例）","lines":[{"code":"chair","name":"椅子、凳子","count":2,"unit":"把","cubicMetres":0.3}],"cubicMetres":0.3,"stops":1,"fen":0,"sample":true,"note":"没有查到蓟州区公布的收费标准。本站示例不收费；真实服务是否收费，请打 12345 询问。"}', '\x00013aac678c49c75c927da6e606a2dd00b4b493cd572c510ebd91eceb97821df46ca634ef747e648bed89fc54', '3e3470d3d94fc688c50c823d238a8a279ed2e24bc9104864a8637cfab30ba404', 'confirmed', 1795721718419, 1795722618419);
INSERT INTO public.booking_hold VALUES ('f2dc3f45a77dc7fae774f91bb67204ec', 'centre.2026-12-24.morning', '120119100201', 'dc9cfc747728915ecc7f7baffa034b398c4cd0493acd3b51992bf552c762becd', 1, 800, '{"tariff":"2026-1","tariffName":"免费（示例）","lines":[{"code":"bed","name":"床架","count":1,"unit":"张","cubicMetres":0.8}],"cubicMetres":0.8,"stops":1,"fen":0,"sample":true,"note":"没有查到蓟州区公布的收费标准。本站示例不收费；真实服务是否收费，请打 12345 询问。"}', '\x0001fe2a1ce493ed8d40f83dd5c2ab9b3e94636c73fb279c8d012db6457fc91336ab1469b2904e6f712d0e743c', '3e3470d3d94fc688c50c823d238a8a279ed2e24bc9104864a8637cfab30ba404', 'confirmed', 1795721718506, 1795722618506);
INSERT INTO public.booking_hold VALUES ('dd8986c46989754074a0524d4a17683e', 'centre.2026-12-25.morning', '120119100201', '929e9d9bfe0bd1f46ceede7daf30111af41733aa3b9ccda1a933b956859bef0a', 1, 600, '{"tariff":"2026-1","tariffName":"免费（示例）","lines":[{"code":"table","name":"桌子","count":1,"unit":"张","cubicMetres":0.6}],"cubicMetres":0.6,"stops":1,"fen":0,"sample":true,"note":"没有查到蓟州区公布的收费标准。本站示例不收费；真实服务是否收费，请打 12345 询问。"}', '\x00017abd5b1069a70d72f39c6e3b90b3971272b1d68210b3033af77c8a57b2c352f33f5e3fdd5467e051dda3a6', '3e3470d3d94fc688c50c823d238a8a279ed2e24bc9104864a8637cfab30ba404', 'held', 1795721718568, 1795722618568);


--
-- Data for Name: booking_label; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.booking_label VALUES ('120119100', '2026-12-23', 2);
INSERT INTO public.booking_label VALUES ('120119100', '2026-12-24', 2);


--
-- Data for Name: booking_slot; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.booking_slot VALUES ('centre.2026-12-23.morning', 'centre', '2026-12-23', 'morning', 1, 40, 1200, 60000);
INSERT INTO public.booking_slot VALUES ('centre.2026-12-23.afternoon', 'centre', '2026-12-23', 'afternoon', 0, 40, 0, 60000);
INSERT INTO public.booking_slot VALUES ('centre.2026-12-24.afternoon', 'centre', '2026-12-24', 'afternoon', 1, 40, 300, 60000);
INSERT INTO public.booking_slot VALUES ('centre.2026-12-24.morning', 'centre', '2026-12-24', 'morning', 0, 40, 0, 60000);
INSERT INTO public.booking_slot VALUES ('centre.2026-12-25.morning', 'centre', '2026-12-25', 'morning', 1, 40, 600, 60000);


--
-- Data for Name: booking_stop; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.booking_stop VALUES ('centre.2026-12-23.morning', '73edfa24bfc98b43631e0be03ca964011147d5c76a7cd7e0958df6f4f95ec699', 1);
INSERT INTO public.booking_stop VALUES ('centre.2026-12-24.afternoon', '2d27b65ca6b9cedab6595c31c38a49acdc18e1e4b8e8a07f4818c75bca605871', 1);
INSERT INTO public.booking_stop VALUES ('centre.2026-12-25.morning', '929e9d9bfe0bd1f46ceede7daf30111af41733aa3b9ccda1a933b956859bef0a', 1);


--
-- Data for Name: booking_token; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.booking_token VALUES ('70a40057cd0e864b86eef1240edb493d7160fee9fcfd14c2f8dcb49434a563b6', '87B2JADX526X', 1813692918377);
INSERT INTO public.booking_token VALUES ('2640f476885dd2d28770daef6ed5f6037250d6599592f4b0a6624a0398e673e0', 'YPKFKKKC6JH3', 1813692918431);
INSERT INTO public.booking_token VALUES ('62c58d0f9753b36268488023367344d2530ce2b45cdfaeed21947c0136ba4231', 'WG4C1E9TVR46', 1813692918522);


--
-- Data for Name: change_feed; Type: TABLE DATA; Schema: public; Owner: -
--



--
-- Data for Name: key_ring; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.key_ring VALUES (1, '2e89d8ac6946b8ff');


--
-- Data for Name: missing_item; Type: TABLE DATA; Schema: public; Owner: -
--



--
-- Data for Name: operator_account; Type: TABLE DATA; Schema: public; Owner: -
--



--
-- Data for Name: place; Type: TABLE DATA; Schema: public; Owner: -
--



--
-- Data for Name: place_change; Type: TABLE DATA; Schema: public; Owner: -
--



--
-- Data for Name: place_import; Type: TABLE DATA; Schema: public; Owner: -
--



--
-- Data for Name: place_import_row; Type: TABLE DATA; Schema: public; Owner: -
--



--
-- Data for Name: place_photo; Type: TABLE DATA; Schema: public; Owner: -
--



--
-- Data for Name: price; Type: TABLE DATA; Schema: public; Owner: -
--



--
-- Data for Name: report; Type: TABLE DATA; Schema: public; Owner: -
--



--
-- Data for Name: report_photo; Type: TABLE DATA; Schema: public; Owner: -
--



--
-- Data for Name: schema_version; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.schema_version VALUES (1, '001-platform.sql');
INSERT INTO public.schema_version VALUES (2, '002-key-ring.sql');
INSERT INTO public.schema_version VALUES (10, '010-places.sql');
INSERT INTO public.schema_version VALUES (20, '020-bookings.sql');
INSERT INTO public.schema_version VALUES (30, '030-operators.sql');
INSERT INTO public.schema_version VALUES (40, '040-place-imports.sql');
INSERT INTO public.schema_version VALUES (41, '041-areas.sql');
INSERT INTO public.schema_version VALUES (45, '045-audit.sql');
INSERT INTO public.schema_version VALUES (46, '046-import-record.sql');
INSERT INTO public.schema_version VALUES (47, '047-place-photos.sql');
INSERT INTO public.schema_version VALUES (50, '050-reports.sql');
INSERT INTO public.schema_version VALUES (55, '055-place-days.sql');
INSERT INTO public.schema_version VALUES (60, '060-missing-items.sql');
INSERT INTO public.schema_version VALUES (67, '067-prices.sql');


--
-- Data for Name: sign_in_failure; Type: TABLE DATA; Schema: public; Owner: -
--



--
-- Data for Name: terminal_status; Type: TABLE DATA; Schema: public; Owner: -
--



--
-- Name: area_import_number_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.area_import_number_seq', 1, false);


--
-- Name: audit_entry_number_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.audit_entry_number_seq', 1, false);


--
-- Name: place_change_number_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.place_change_number_seq', 1, false);


--
-- Name: place_import_number_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.place_import_number_seq', 1, false);


--
-- Name: price_number_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.price_number_seq', 1, false);


--
-- Name: api_key api_key_key_hash_key; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.api_key
    ADD CONSTRAINT api_key_key_hash_key UNIQUE (key_hash);


--
-- Name: api_key api_key_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.api_key
    ADD CONSTRAINT api_key_pkey PRIMARY KEY (id);


--
-- Name: area_import area_import_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.area_import
    ADD CONSTRAINT area_import_pkey PRIMARY KEY (number);


--
-- Name: area_import_row area_import_row_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.area_import_row
    ADD CONSTRAINT area_import_row_pkey PRIMARY KEY (import, area);


--
-- Name: area area_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.area
    ADD CONSTRAINT area_pkey PRIMARY KEY (code);


--
-- Name: audit_entry audit_entry_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.audit_entry
    ADD CONSTRAINT audit_entry_pkey PRIMARY KEY (number);


--
-- Name: booking_answer booking_answer_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.booking_answer
    ADD CONSTRAINT booking_answer_pkey PRIMARY KEY (key_hash);


--
-- Name: booking_history booking_history_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.booking_history
    ADD CONSTRAINT booking_history_pkey PRIMARY KEY (reference, sequence);


--
-- Name: booking booking_hold_key; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.booking
    ADD CONSTRAINT booking_hold_key UNIQUE (hold);


--
-- Name: booking_hold booking_hold_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.booking_hold
    ADD CONSTRAINT booking_hold_pkey PRIMARY KEY (hold);


--
-- Name: booking_label booking_label_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.booking_label
    ADD CONSTRAINT booking_label_pkey PRIMARY KEY (township, day);


--
-- Name: booking booking_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.booking
    ADD CONSTRAINT booking_pkey PRIMARY KEY (reference);


--
-- Name: booking_slot booking_slot_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.booking_slot
    ADD CONSTRAINT booking_slot_pkey PRIMARY KEY (slot);


--
-- Name: booking_stop booking_stop_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.booking_stop
    ADD CONSTRAINT booking_stop_pkey PRIMARY KEY (slot, address_key);


--
-- Name: booking_token booking_token_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.booking_token
    ADD CONSTRAINT booking_token_pkey PRIMARY KEY (token_hash);


--
-- Name: change_feed change_feed_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.change_feed
    ADD CONSTRAINT change_feed_pkey PRIMARY KEY (topic);


--
-- Name: key_ring key_ring_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.key_ring
    ADD CONSTRAINT key_ring_pkey PRIMARY KEY (slot);


--
-- Name: missing_item missing_item_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.missing_item
    ADD CONSTRAINT missing_item_pkey PRIMARY KEY (words);


--
-- Name: operator_account operator_account_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.operator_account
    ADD CONSTRAINT operator_account_pkey PRIMARY KEY (name);


--
-- Name: place_change place_change_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.place_change
    ADD CONSTRAINT place_change_pkey PRIMARY KEY (number);


--
-- Name: place_import place_import_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.place_import
    ADD CONSTRAINT place_import_pkey PRIMARY KEY (number);


--
-- Name: place_import_row place_import_row_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.place_import_row
    ADD CONSTRAINT place_import_row_pkey PRIMARY KEY (import, place);


--
-- Name: place_photo place_photo_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.place_photo
    ADD CONSTRAINT place_photo_pkey PRIMARY KEY (place, hash);


--
-- Name: place place_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.place
    ADD CONSTRAINT place_pkey PRIMARY KEY (id);


--
-- Name: price price_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.price
    ADD CONSTRAINT price_pkey PRIMARY KEY (number);


--
-- Name: report_photo report_photo_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.report_photo
    ADD CONSTRAINT report_photo_pkey PRIMARY KEY (ticket);


--
-- Name: report report_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.report
    ADD CONSTRAINT report_pkey PRIMARY KEY (ticket);


--
-- Name: report report_request_key_key; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.report
    ADD CONSTRAINT report_request_key_key UNIQUE (request_key);


--
-- Name: schema_version schema_version_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.schema_version
    ADD CONSTRAINT schema_version_pkey PRIMARY KEY (version);


--
-- Name: sign_in_failure sign_in_failure_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.sign_in_failure
    ADD CONSTRAINT sign_in_failure_pkey PRIMARY KEY (gate);


--
-- Name: terminal_status terminal_status_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.terminal_status
    ADD CONSTRAINT terminal_status_pkey PRIMARY KEY (place);


--
-- Name: audit_entry_at; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX audit_entry_at ON public.audit_entry USING btree (at);


--
-- Name: booking_answer_by_expiry; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX booking_answer_by_expiry ON public.booking_answer USING btree (expires_at);


--
-- Name: booking_by_address; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX booking_by_address ON public.booking USING btree (address_key);


--
-- Name: booking_by_day; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX booking_by_day ON public.booking USING btree (day, area);


--
-- Name: booking_by_phone; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX booking_by_phone ON public.booking USING btree (phone_key);


--
-- Name: booking_hold_by_address; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX booking_hold_by_address ON public.booking_hold USING btree (address_key);


--
-- Name: booking_hold_by_client; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX booking_hold_by_client ON public.booking_hold USING btree (client_key);


--
-- Name: booking_hold_by_state; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX booking_hold_by_state ON public.booking_hold USING btree (state, expires_at);


--
-- Name: booking_slot_by_area; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX booking_slot_by_area ON public.booking_slot USING btree (area, day);


--
-- Name: booking_token_by_reference; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX booking_token_by_reference ON public.booking_token USING btree (reference);


--
-- Name: price_by_day; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX price_by_day ON public.price USING btree (day);


--
-- Name: report_by_day; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX report_by_day ON public.report USING btree (day);


--
-- Name: report_by_follows; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX report_by_follows ON public.report USING btree (follows);


--
-- Name: report_by_phone; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX report_by_phone ON public.report USING btree (phone_key);


--
-- Name: report_open; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX report_open ON public.report USING btree (kind, state, place);


--
-- PostgreSQL database dump complete
--

\unrestrict Z3JotCCZVO0Ujg81UP24Aue386f41nJDChMy4DbKtha8N8GGQr4QSi0bEhApTfd

