import { entraAwsPolicyPack } from "./index";

entraAwsPolicyPack();
